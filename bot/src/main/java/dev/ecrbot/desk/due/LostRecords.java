package dev.ecrbot.desk.due;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Registry;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.live.ReadPolicies;
import dev.ecrbot.desk.live.Unrecorded;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Proof;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.holding.Unclaimed;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.WriteProblems;
import dev.ecrbot.rules.PersonId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds statements that the bot wrote and has no record of, as after its store was lost or set back to an older state: tells the
 * fallback channel of each once, and never changes one. What is found is kept as a failed request that nobody made. Thread-safe.
 */
public final class LostRecords {
    private static final Logger LOG = LoggerFactory.getLogger(LostRecords.class);

    private final Ledger ledger;
    private final ReadPolicies policies;
    private final List<Registry> registries;
    private final Optional<String> channel;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public LostRecords(Ledger ledger, ReadPolicies policies, BotConfig config, Clock clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.registries = config.registries();
        this.channel = config.slack().fallbackChannel();
        this.clock = clock;
    }

    /** Compares what was read lately with the records. */
    public void look() {
        policies.take().forEach(this::look);
    }

    private void look(PolicyHolder holder, PolicyDocument read) {
        try {
            if (!ledger.transact(transaction -> news(transaction, holder, read)).isEmpty()) {
                ledger.exclusively(holder, () -> {
                    PolicyDocument live = policies.read(holder);
                    ledger.record(transaction -> tell(transaction, news(transaction, holder, live), live));
                    return Boolean.TRUE;
                });
            }
        } catch (ProblemException e) {
            LOG.warn(
                    "{} can't be compared with the records now: {}",
                    holder,
                    e.problem().what());
        }
    }

    /**
     * Records grants, of an unknown owner, for what stands in this policy without a record. To be called while no bot runs.
     *
     * @return what was recorded
     */
    public List<Grant> adopt(PolicyHolder holder) {
        return ledger.exclusively(holder, () -> {
            PolicyDocument live = policies.read(holder);
            return ledger.<List<Grant>>transact(transaction -> Unrecorded.in(transaction, holder, live).stream()
                    .map(place -> adopted(transaction, place, live))
                    .toList());
        });
    }

    private static List<Unclaimed> news(LedgerTransaction transaction, PolicyHolder holder, PolicyDocument live) {
        return Unrecorded.in(transaction, holder, live).stream()
                .filter(place -> transaction.requests().open(key(place)).isEmpty())
                .toList();
    }

    private void tell(LedgerTransaction transaction, List<Unclaimed> lost, PolicyDocument live) {
        Map<String, List<Unclaimed>> bySid =
                lost.stream().collect(Collectors.groupingBy(Unclaimed::sid, LinkedHashMap::new, Collectors.toList()));
        bySid.forEach((sid, places) -> {
            LOG.warn(
                    "the statement {} in the policy of {} has no record",
                    sid,
                    places.get(0).target().holder());
            List<Request> found = places.stream()
                    .map(place -> found(transaction, place, live))
                    .toList();
            channel.ifPresent(where -> transaction
                    .outbox()
                    .add(
                            found.get(0),
                            Notice.Kind.RECORD_LOST,
                            Map.of(
                                    Detail.CHANNEL, where,
                                    Detail.SID, sid,
                                    Detail.NUMBER, String.valueOf(places.size()))));
        });
    }

    /** Keeps what was found; by its key it is never found again. */
    private Request found(LedgerTransaction transaction, Unclaimed place, PolicyDocument live) {
        Instant now = clock.instant();
        var given = new Edit.Grant(place.principal(), place.access(), place.until());
        var change = new Change(registry(place), place.target(), given, Optional.empty());
        var nothing = new Plan(live, live, List.of(), List.of(), List.of(), List.of(), List.of());
        Request request = Request.begun(
                        RequestId.random(random),
                        change,
                        Optional.empty(),
                        Revision.first(nothing, 0),
                        Stage.approved(Optional.empty(), now))
                .failed(lost(place), now);
        transaction.requests().add(request, key(place));
        transaction.events().add(AuditEvents.itself(EventKind.RECORD_LOST, request, details(place)));
        return request;
    }

    private Grant adopted(LedgerTransaction transaction, Unclaimed place, PolicyDocument live) {
        Instant now = clock.instant();
        Request request = transaction.requests().open(key(place)).orElseGet(() -> found(transaction, place, live));
        Request adopted = request.applied(new Proof(now, ""));
        transaction.requests().update(adopted);
        var grant = new Grant(
                new GrantId(request.id()),
                request.change().registry(),
                place.target(),
                place.principal(),
                place.access(),
                PersonId.UNKNOWN,
                now,
                place.until(),
                Grant.State.ACTIVE,
                Optional.empty());
        transaction.grants().add(grant);
        transaction.events().add(AuditEvents.itself(EventKind.ADOPTED, adopted, details(place)));
        return grant;
    }

    private String registry(Unclaimed place) {
        return registries.stream()
                .filter(each -> each.account().equals(place.target().account()))
                .map(Registry::name)
                .findFirst()
                .orElse("");
    }

    private static Problem lost(Unclaimed place) {
        return WriteProblems.recordLost(place.sid(), place.target().holder());
    }

    private static Map<String, String> details(Unclaimed place) {
        return Map.of(
                Detail.SID,
                place.sid(),
                "principal",
                place.principal().text(),
                "access",
                place.access().word(),
                Detail.UNTIL,
                place.until().map(Instant::toString).orElse(""));
    }

    // No ask has a key like this one.
    private static String key(Unclaimed place) {
        return "lost record " + place.target().arn() + " " + place.sid() + " "
                + place.principal().type() + " " + place.principal().text();
    }
}
