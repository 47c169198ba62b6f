package dev.ecrbot.desk.answer;

import dev.ecrbot.command.Inquiry;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.sight.Age;
import dev.ecrbot.desk.sight.ChangeLines;
import dev.ecrbot.desk.sight.FleetSights;
import dev.ecrbot.desk.sight.ForeignChanges;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.IndexedRepository;
import dev.ecrbot.index.PolicyChange;
import dev.ecrbot.policy.diff.ForeignChange;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells what happened to a repository: what is on record, and what others were seen to change. */
final class History {
    /** Of one policy no more changes are looked at; each may have two texts of ten thousand characters. */
    static final int MOST = 200;

    /** Something that happened, and what to tell of it if it is on the page. */
    private record Moment(Instant at, Supplier<Chronicle.Entry> entry) {}

    private final Ledger ledger;
    private final Policies policies;
    private final FleetIndex index;
    private final BotConfig config;
    private final Clock clock;

    History(Ledger ledger, Policies policies, FleetIndex index, BotConfig config, Clock clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.index = index;
        this.config = config;
        this.clock = clock;
    }

    Chronicle of(Inquiry.History asked) {
        Target target = asked.target().target();
        Optional<Age> age = asked.fresh() ? readAnew(target) : age(asked);
        String question = asked.first().text();
        List<PolicyChange> changes = index.changesOf(target.holder(), MOST);
        List<ForeignChange> foreign = ForeignChanges.of(ledger, changes);
        var filter = RequestFilter.about(target);
        return ledger.transact(transaction -> {
            var paging = Paging.counted(
                    question, asked.page(), most -> transaction.requests().count(filter, most) + foreign.size());
            List<Moment> moments =
                    new ArrayList<>(foreign.stream().map(this::moment).toList());
            // So many requests at least are before this page, whatever others changed among them.
            int passed = Math.max(0, paging.before() - foreign.size());
            int from = paging.before() - passed;
            List<Request> requests = transaction.requests().matching(filter, passed, from + Paging.SIZE);
            Map<RequestId, List<Event>> events =
                    transaction.events().of(requests.stream().map(Request::id).toList());
            requests.forEach(
                    request -> moments.add(moment(transaction, request, events.getOrDefault(request.id(), List.of()))));
            moments.sort(Comparator.comparing(Moment::at).reversed());
            return new Chronicle(
                    target,
                    moments.stream()
                            .skip(from)
                            .limit(Paging.SIZE)
                            .map(moment -> moment.entry().get())
                            .toList(),
                    changes.size() < MOST,
                    age,
                    paging);
        });
    }

    /** Reads the policy; what others changed in it since it was read last is on record then. */
    private Optional<Age> readAnew(Target target) {
        try {
            policies.read(target.holder());
        } catch (ProblemException e) {
            // What was asked and done there stays true when it is gone.
            if (e.problem().code() != Code.REPOSITORY_NOT_FOUND) {
                throw e;
            }
        }
        index.refresh();
        return Optional.empty();
    }

    /** Returns when the policy was read last, up to when changes by others are known; nothing where it never was. */
    private Optional<Age> age(Inquiry.History asked) {
        PolicyHolder holder = asked.target().target().holder();
        Optional<Instant> read = holder instanceof Repository repository
                ? index.find(repository).map(IndexedRepository::read)
                : index.ruledSince(FleetSights.registryOf(holder));
        return read.map(at -> new Age(at, asked.live().text()));
    }

    private static Moment moment(LedgerTransaction transaction, Request request, List<Event> events) {
        return new Moment(request.createdAt(), () -> Records.chapter(transaction, request, events));
    }

    private Moment moment(ForeignChange change) {
        return new Moment(
                change.noticed(),
                () -> new Chronicle.Foreign(change, new ChangeLines(config, clock.instant()).effects(change)));
    }
}
