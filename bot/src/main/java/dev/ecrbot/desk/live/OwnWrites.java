package dev.ecrbot.desk.live;

import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.DeletedPrincipals;
import dev.ecrbot.policy.diff.ForeignChange.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bot's own writes to one policy, read once for as many questions as there are about its past. Immutable.
 *
 * <p>What others did between two readings is told from what the bot's writes in between were planned on, and what they left. Where
 * clocks don't say on which side of a reading a write was, both are looked at: what the bot may have done alone isn't said of
 * others, and nothing is said of them that isn't so either way.
 */
public final class OwnWrites {
    /** Replicas' clocks differ by up to ten seconds, and AWS may take as long to answer a reading. */
    private static final Duration BLUR = Duration.ofSeconds(20);
    /** From the reading that a write is planned on until the write is on record, and a little for clocks. */
    private static final Duration PLANNING = Duration.ofSeconds(30);
    /** A write whose answer got lost may arrive as late. */
    private static final Duration LATE = Duration.ofHours(1);

    private final List<RecordedWrite> writes;
    private final boolean inOrder;

    /**
     * Two readings of the policy that say different things.
     *
     * @param since when the first one was; empty if that isn't known
     * @param at when the second one was
     */
    public record Readings(PolicyDocument before, PolicyDocument after, Optional<Instant> since, Instant at) {
        private Readings turned() {
            return new Readings(/* before= */ after, /* after= */ before, since, at);
        }
    }

    /**
     * What others did between two readings.
     *
     * @param whole whether that is all of it, as far as the readings show
     */
    public record Others(List<Step> steps, boolean whole) {}

    private OwnWrites(List<RecordedWrite> writes) {
        this.writes = writes;
        this.inOrder = isInOrder(writes);
    }

    /**
     * Returns what these come to.
     *
     * @param writes all that were recorded, in order
     */
    public static OwnWrites of(List<RecordedWrite> writes) {
        return new OwnWrites(List.copyOf(writes));
    }

    /** Returns what others did between these readings; empty if the bot may have done all of it alone. */
    public Optional<Others> others(Readings readings) {
        Optional<Others> others = inThisOrder(readings);
        if (!isClose(readings)) {
            return others;
        }
        // Of two that were asked for within seconds, the one that was asked for first may show what came last.
        return others.flatMap(any -> inThisOrder(readings.turned())).map(any -> new Others(List.of(), false));
    }

    private static boolean isClose(Readings readings) {
        return readings.since()
                .filter(then -> then.plus(BLUR).isAfter(readings.at()))
                .isPresent();
    }

    private Optional<Others> inThisOrder(Readings readings) {
        Optional<Instant> since = readings.since().filter(then -> inOrder && !then.isAfter(readings.at()));
        return since.map(then -> pasts(then, readings))
                .filter(PossiblePasts::isFew)
                .map(PossiblePasts::others)
                .orElseGet(() -> undated(readings));
    }

    private PossiblePasts pasts(Instant since, Readings readings) {
        Instant at = readings.at();
        List<RecordedWrite> near = writes.stream()
                .filter(write -> !isBefore(write, since) && !isBegunAfter(write, at.plus(BLUR)))
                .toList();
        return new PossiblePasts(
                readings,
                near.stream()
                        .filter(OwnWrites::mayHaveEffect)
                        .map(write -> link(write, since, at))
                        .toList(),
                // One that AWS seemed not to take may still have been on its way.
                near.stream()
                        .filter(write -> write.proven().isEmpty())
                        .map(write -> OwnWriteChain.document(write.proposed()))
                        .toList());
    }

    private static PossiblePasts.Link link(RecordedWrite write, Instant since, Instant at) {
        boolean mayBeAfter =
                write.proven().filter(proven -> proven.plus(BLUR).isBefore(at)).isEmpty();
        return new PossiblePasts.Link(
                OwnWriteChain.document(write.base()),
                OwnWriteChain.document(write.proposed()),
                write.proven().isPresent(),
                !isBegunAfter(write, since.plus(BLUR)),
                mayBeAfter,
                !isBegunAfter(write, since.plus(PLANNING)));
    }

    private static boolean isBegunAfter(RecordedWrite write, Instant time) {
        return write.intended().filter(intended -> intended.isAfter(time)).isPresent();
    }

    private static boolean mayHaveEffect(RecordedWrite write) {
        return write.outcome() != RecordedWrite.Outcome.NOT_TAKEN;
    }

    /** Whether it was over for certain before that reading. */
    private static boolean isBefore(RecordedWrite write, Instant reading) {
        return write.proven()
                .map(proven -> proven.plus(BLUR))
                .or(() -> write.intended().map(intended -> intended.plus(LATE)))
                .filter(over -> over.isBefore(reading))
                .isPresent();
    }

    /** Nothing says when the first reading was, or a clock went wrong. */
    private Optional<Others> undated(Readings readings) {
        if (mayExplain(readings) || DeletedPrincipals.explain(readings.before(), readings.after())) {
            return Optional.empty();
        }
        return Optional.of(
                writes.stream().noneMatch(OwnWrites::mayHaveEffect)
                        ? new Others(List.of(new Step(readings.before(), readings.after())), true)
                        : new Others(List.of(), false));
    }

    /** Whether they alone made the one of the other at any time: one following the other, with nobody else's between them. */
    private boolean mayExplain(Readings readings) {
        List<PolicyDocument> reached = new ArrayList<>();
        for (RecordedWrite write :
                writes.stream().filter(OwnWrites::mayHaveEffect).toList()) {
            PolicyDocument base = OwnWriteChain.document(write.base());
            PolicyDocument proposed = OwnWriteChain.document(write.proposed());
            boolean follows = base.sameAs(readings.before()) || reached.stream().anyMatch(base::sameAs);
            boolean sure = write.outcome() == RecordedWrite.Outcome.TAKEN;
            if (sure) {
                reached.clear();
            }
            if (follows || !sure) {
                if (proposed.sameAs(readings.after())) {
                    return true;
                }
                reached.add(proposed);
            }
        }
        return false;
    }

    private static boolean isInOrder(List<RecordedWrite> writes) {
        List<Instant> times =
                writes.stream().flatMap(write -> write.intended().stream()).toList();
        for (int i = 1; i < times.size(); i++) {
            if (times.get(i).plus(BLUR).isBefore(times.get(i - 1))) {
                return false;
            }
        }
        return true;
    }
}
