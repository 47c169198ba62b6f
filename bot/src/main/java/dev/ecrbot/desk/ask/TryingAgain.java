package dev.ecrbot.desk.ask;

import dev.ecrbot.command.CommandParser;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RequestProblems;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tries what was approved and failed once more, as a request of its own with the approvals that the failed one had: as long as
 * these count by now, and as long as nothing has changed of what those who gave them were shown. Thread-safe.
 */
public final class TryingAgain {
    private final Ledger ledger;
    private final Live live;
    private final Judging judging;
    private final CommandParser parser;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public TryingAgain(Ledger ledger, Live live, Judging judging, CommandParser parser, Clock clock) {
        this.ledger = ledger;
        this.live = live;
        this.judging = judging;
        this.parser = parser;
        this.clock = clock;
    }

    /**
     * Returns the request that takes the failed one's place.
     *
     * @param typedId as the button says, unchecked
     * @throws ProblemException if it can't be tried again as it was, which is recorded
     */
    public Request request(PersonId person, String typedId) {
        judging.refusals().member(person);
        Request failed = judging.refusals().request(person, typedId);
        if (!failed.mayBeTriedAgain()) {
            throw refused(
                    person,
                    failed,
                    RequestProblems.notForPassingReason(failed.id().toString()));
        }
        Rule rule = judged(person, failed);
        Planning.Draft draft = live.planning().draft(failed.change());
        Plan plan = draft.planned()
                .visit(
                        some -> some.keeping(failed.revision().plan()),
                        nothing -> {
                            throw refused(
                                    person,
                                    failed,
                                    RequestProblems.notTriedAgain(failed.id().toString(), nothing.why()));
                        },
                        problem -> {
                            throw judging.refusals().decision(person, failed, problem.problem());
                        });
        if (!isAsShown(failed, draft, plan)) {
            throw refused(
                    person,
                    failed,
                    RequestProblems.changedSinceShown(failed.id().toString()));
        }
        return stored(person, failed, rule, Revision.first(plan, draft.mark()));
    }

    /** Judges whoever clicks, whoever asked, and those who approved, as they are now; returns the rule by which it did. */
    private Rule judged(PersonId person, Request failed) {
        Rule rule = judging.approvers()
                .rule(failed)
                .orElseThrow(() -> judging.refusals()
                        .decision(person, failed, judging.approvers().noRule(failed)));
        Optional<Problem> stranger = failed.maker().filter(person::equals).isPresent()
                ? Optional.empty()
                : judging.approvers().refusesDenial(rule, person);
        stranger.or(() -> judging.standing(ledger).refusal(failed)).ifPresent(problem -> {
            throw judging.refusals().decision(person, failed, problem);
        });
        return rule;
    }

    private boolean isAsShown(Request failed, Planning.Draft draft, Plan plan) {
        boolean onlyOurs = OwnWriteChain.leads(
                failed.revision().plan().base(),
                draft.live(),
                ledger.transact(transaction -> transaction
                        .writes()
                        .after(
                                failed.change().target().holder(),
                                failed.revision().mark())));
        Set<Plan.Aspect> differences =
                live.planning().differences(failed.revision().plan(), plan);
        return onlyOurs && differences.isEmpty();
    }

    private Request stored(PersonId person, Request failed, Rule rule, Revision revision) {
        Instant now = clock.instant();
        Decision before = failed.stage().decision().orElseThrow();
        Request again = Request.begun(
                RequestId.random(random),
                failed.change(),
                failed.ask(),
                revision,
                Stage.approved(Optional.of(before.by()), now));
        try {
            Optional<Problem> against = ledger.transact(transaction -> {
                Request locked = transaction.requests().lock(failed.id()).orElseThrow();
                Optional<Problem> why = CardHistory.triedAgain(
                                transaction.events().of(failed.id()))
                        .map(other -> tried(locked, other))
                        .or(() -> judging.asks().quotas().refusesAnotherTry(transaction, rule, locked));
                if (why.isEmpty()) {
                    added(transaction, person, locked, again, now);
                }
                return why;
            });
            against.ifPresent(problem -> {
                throw judging.refusals().decision(person, failed, problem);
            });
        } catch (AskedAlready e) {
            throw refused(
                    person, failed, RequestProblems.askedForSince(failed.id().toString()));
        }
        return again;
    }

    private void added(LedgerTransaction transaction, PersonId person, Request failed, Request again, Instant now) {
        String typed = AuditEvents.typed(transaction, failed.id());
        transaction.requests().add(again, key(typed));
        transaction
                .requests()
                .approvals(failed.id(), failed.revision().number())
                .forEach(approval -> transaction
                        .requests()
                        .approve(again.id(), again.revision().number(), approval));
        transaction.events().add(AuditEvents.asked(again, typed));
        transaction.events().add(AuditEvents.triedAgain(person, failed, again, now));
        transaction.events().add(AuditEvents.inPlaceOf(person, failed, again, now));
        transaction.outbox().cardAgain(failed.id(), now);
        transaction.outbox().add(again.id(), Notice.Kind.CARD, Map.of(), now);
    }

    /** The key that an ask for the same would have, so that it finds this one waiting. */
    private String key(String typed) {
        return parser.parse(typed)
                .visit(understood -> Wanted.key(understood.command()).orElse(typed), misunderstood -> typed);
    }

    private ProblemException refused(PersonId person, Request failed, Problem why) {
        return judging.refusals().decision(person, failed, why);
    }

    private static Problem tried(Request failed, RequestId other) {
        return RequestProblems.triedAgainAlready(failed.id().toString(), other.toString());
    }
}
