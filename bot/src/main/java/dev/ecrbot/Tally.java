package dev.ecrbot;

import dev.ecrbot.desk.ledger.Consequences;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ops.Metrics;
import dev.ecrbot.ops.Metrics.Counted;
import dev.ecrbot.problem.Code;
import dev.ecrbot.slack.SlackRoom;
import dev.ecrbot.time.Took;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Counts what was recorded and what went wrong. What was recorded goes on to whoever carries it on. Thread-safe. */
final class Tally implements Consequences.Listener {
    private static final String NO_CODE = "none";

    private static final Counted ASKS =
            new Counted("ecrbot.asks", "Asks, by whether a request came of them", "outcome");
    private static final Counted DECISIONS =
            new Counted("ecrbot.decisions", "What became of requests that waited for a decision", "decision");
    private static final Counted APPLIES =
            new Counted("ecrbot.applies", "What became of changes that were to be written", "outcome", "code");
    private static final Counted ENDS = new Counted("ecrbot.ends", "Grants that have ended", "reason");
    private static final Counted PROBLEMS = new Counted("ecrbot.problems", "Problems that people were told of", "code");
    private static final Counted FAILURES =
            new Counted("ecrbot.work.failures", "What background work has thrown; it goes on each time", "work");

    private static final Set<EventKind> DECIDED = Set.of(
            EventKind.APPROVED,
            EventKind.APPROVED_BY_RULE,
            EventKind.BROKE_GLASS,
            EventKind.DENIED,
            EventKind.CANCELLED,
            EventKind.EXPIRED,
            EventKind.DECISION_REFUSED);

    private final Consequences.Listener next;
    private final Metrics metrics;
    private final Consumer<Duration> untilApplied;

    Tally(Consequences.Listener next, Metrics metrics) {
        this.next = next;
        this.metrics = metrics;
        this.untilApplied =
                metrics.histogram("ecrbot.decision.to.applied", "From a decision to the proof that it is in effect");
        Stream.of("asked", "refused").forEach(outcome -> metrics.show(ASKS, outcome));
        DECIDED.forEach(kind -> metrics.show(DECISIONS, label(kind)));
        Stream.of("applied", "waiting", "revised").forEach(outcome -> metrics.show(APPLIES, outcome, NO_CODE));
        Stream.of(Grant.Reason.values()).forEach(reason -> metrics.show(ENDS, label(reason)));
        Stream.of(Code.values()).forEach(code -> metrics.show(PROBLEMS, code.label()));
        Stream.of(Code.values()).forEach(code -> metrics.show(APPLIES, "failed", code.label()));
    }

    /** Shows these kinds of work before any of them fails. */
    static void show(Metrics metrics, List<String> works) {
        works.forEach(work -> metrics.show(FAILURES, work));
    }

    /** Counts that a kind of background work threw something. */
    static void failed(Metrics metrics, String work) {
        metrics.count(FAILURES, work);
    }

    /** Counts a problem that somebody was told of. */
    void problem(Code code) {
        metrics.count(PROBLEMS, code.label());
    }

    @Override
    public void apply(RequestId id) {
        next.apply(id);
    }

    @Override
    public void deliver() {
        next.deliver();
    }

    @Override
    public void happened(Event event) {
        EventKind kind = event.kind();
        if (DECIDED.contains(kind)) {
            metrics.count(DECISIONS, label(kind));
        } else if (kind == EventKind.ASKED || kind == EventKind.ASK_REFUSED) {
            metrics.count(ASKS, kind == EventKind.ASKED ? "asked" : "refused");
        } else if (kind == EventKind.GRANT_ENDED) {
            metrics.count(ENDS, detail(event, Detail.REASON));
        } else {
            written(event);
        }
    }

    private void written(Event event) {
        switch (event.kind()) {
            case APPLIED -> metrics.count(APPLIES, "applied", NO_CODE);
            case FAILED -> metrics.count(APPLIES, "failed", detail(event, Detail.CODE));
            case APPLY_AGAIN, WAITING_FOR_AWS, WAITING_FOR_SLACK -> metrics.count(APPLIES, "waiting", NO_CODE);
            case REVISED -> metrics.count(APPLIES, "revised", NO_CODE);
            default -> {
                // Nothing that anybody watches.
            }
        }
    }

    @Override
    public void applied(Duration sinceDecision) {
        untilApplied.accept(sinceDecision);
    }

    private static String detail(Event event, String name) {
        return event.details().getOrDefault(name, NO_CODE).toLowerCase(Locale.ROOT);
    }

    private static String label(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** Returns what takes how long each call of AWS took. */
    static Took awsCalls(Metrics metrics) {
        return metrics.histogram("ecrbot.aws.call", "Calls of AWS, their repetitions included", "call")::took;
    }

    /** Returns what takes how long Slack's deliveries and calls took. */
    static SlackRoom.Heard heard(Metrics metrics) {
        return new SlackRoom.Heard(
                metrics.histogram("ecrbot.acknowledgement", "From a delivery to its acknowledgement", "door")::took,
                metrics.histogram("ecrbot.slack.call", "Calls of Slack's Web API", "method")::took);
    }
}
