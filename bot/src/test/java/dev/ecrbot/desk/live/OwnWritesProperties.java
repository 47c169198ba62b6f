package dev.ecrbot.desk.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.ledger.RecordedWrite.Outcome;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.ForeignChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever changed a policy between any two moments of its life is told from the bot. */
final class OwnWritesProperties {
    private static final RequestId REQUEST = RequestId.parse("req-7k2m9xqa").orElseThrow();
    private static final Instant BEGIN = Instant.parse("2026-11-22T09:30:00Z");

    /** A moment of a policy's life: what happened, how long after the one before, and which of some documents came of it. */
    private record Step(Who who, int seconds, int document) {}

    private enum Who {
        BOT,
        BOT_UNCONFIRMED,
        BOT_IN_VAIN,
        BOT_LOST,
        OTHERS
    }

    /** A state of the policy, since when it was so, and whether the bot made it. */
    private record State(PolicyDocument policy, Instant since, boolean own) {}

    /** All states of one policy, and what the bot recorded. */
    private static final class Life {
        private final List<State> states = new ArrayList<>(List.of(new State(document(0), BEGIN, false)));
        private final List<RecordedWrite> writes = new ArrayList<>();
        private Instant now = BEGIN;

        private Life(List<Step> steps, boolean everyStateIsNew) {
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                now = now.plusSeconds(1L + step.seconds);
                happens(step.who, document(everyStateIsNew ? i + 1 : step.document));
            }
        }

        private void happens(Who who, PolicyDocument next) {
            PolicyDocument was = states.get(states.size() - 1).policy;
            switch (who) {
                case BOT -> written(was, next, Outcome.TAKEN);
                case BOT_UNCONFIRMED -> written(was, next, Outcome.INTENDED);
                case BOT_IN_VAIN -> writes.add(write(was, next, Outcome.NOT_TAKEN));
                case BOT_LOST -> writes.add(write(was, next, Outcome.INTENDED));
                case OTHERS -> become(next, false);
            }
        }

        private void written(PolicyDocument was, PolicyDocument next, Outcome outcome) {
            writes.add(write(was, next, outcome));
            become(next, true);
        }

        private void become(PolicyDocument next, boolean bot) {
            states.add(new State(next, now, bot));
        }

        private RecordedWrite write(PolicyDocument base, PolicyDocument proposed, Outcome outcome) {
            return new RecordedWrite(
                    writes.size() + 1L,
                    REQUEST,
                    base.text(),
                    proposed.text(),
                    outcome,
                    Optional.of(now),
                    Optional.of(now).filter(any -> outcome == Outcome.TAKEN));
        }

        /** Returns what is told of others between a reading of this state and one of that. */
        private Optional<OwnWrites.Others> between(int from, int to) {
            PolicyDocument before = states.get(from).policy;
            PolicyDocument after = states.get(to).policy;
            return before.sameAs(after)
                    ? Optional.empty()
                    : OwnWrites.of(writes)
                            .others(new OwnWrites.Readings(
                                    before, after, Optional.of(states.get(from).since), states.get(to).since));
        }

        /** Returns whether others alone made the one of the other, one writing after the other. */
        private boolean made(ForeignChange.Step step) {
            for (int i = 0; i < states.size(); i++) {
                boolean foreign = states.get(i).policy.sameAs(step.from());
                for (int j = i + 1; foreign && j < states.size() && !states.get(j).own; j++) {
                    if (states.get(j).policy.sameAs(step.to())) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean ownOnly(int from, int to) {
            return states.subList(from + 1, to + 1).stream().allMatch(State::own);
        }
    }

    @Property(tries = 500)
    void whatTheBotDidIsNeverTakenForAnothers(@ForAll("steps") List<Step> steps) {
        var life = new Life(steps, false);
        for (int from = 0; from < life.states.size(); from++) {
            for (int to = from + 1; to < life.states.size() && life.states.get(to).own; to++) {
                assertThat(life.between(from, to))
                        .as("from state %d to %d of %s", from, to, steps)
                        .isEmpty();
            }
        }
    }

    /** Whatever clocks leave open, nothing is said of others that they didn't do. */
    @Property(tries = 500)
    void whatIsToldOfOthersIsWhatTheyDid(@ForAll("steps") List<Step> steps) {
        var life = new Life(steps, true);
        for (int from = 0; from < life.states.size(); from++) {
            for (int to = from + 1; to < life.states.size(); to++) {
                Optional<OwnWrites.Others> told = life.between(from, to);
                assertThat(told.isPresent() && life.ownOnly(from, to))
                        .as("from state %d to %d of %s", from, to, steps)
                        .isFalse();
                assertThat(told.map(OwnWrites.Others::steps).orElse(List.of()))
                        .as("from state %d to %d of %s", from, to, steps)
                        .allMatch(life::made);
            }
        }
    }

    /** With time enough between all that happens, all of it is told, and exactly so. */
    @Property(tries = 500)
    void whatOthersDidIsToldWholeWhereClocksTellItApart(@ForAll("steps") List<Step> steps) {
        List<Step> apart = steps.stream()
                .filter(step -> step.who == Who.BOT || step.who == Who.OTHERS)
                .map(step -> new Step(step.who, 200, step.document))
                .toList();
        var life = new Life(apart, true);
        for (int from = 0; from < life.states.size(); from++) {
            for (int to = from + 1; to < life.states.size(); to++) {
                var expected = new ArrayList<ForeignChange.Step>();
                int run = from;
                for (int i = from + 1; i <= to + 1; i++) {
                    if (i > to || life.states.get(i).own) {
                        if (i - 1 > run) {
                            expected.add(
                                    new ForeignChange.Step(life.states.get(run).policy, life.states.get(i - 1).policy));
                        }
                        run = i;
                    }
                }
                assertThat(life.between(from, to).map(OwnWrites.Others::steps).orElse(List.of()))
                        .as("from state %d to %d of %s", from, to, apart)
                        .isEqualTo(expected);
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Who.class),
                        Arbitraries.of(0, 10, 50, 200),
                        Arbitraries.integers().between(0, 3))
                .as(Step::new)
                .list()
                .ofMaxSize(8);
    }

    private static PolicyDocument document(int number) {
        return PolicyDocument.parse("{\"Version\":\"2012-10-17\",\"Statement\":["
                + String.join(
                        ",",
                        Stream.iterate(0, i -> i + 1)
                                .limit(number)
                                .map(i -> "{\"Sid\":\"s" + i + "\",\"Effect\":\"Allow\",\"Principal\":"
                                        + "{\"AWS\":\"222222222222\"},\"Action\":\"ecr:BatchGetImage\"}")
                                .toList())
                + "]}");
    }
}
