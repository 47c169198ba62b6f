package dev.ecrbot.desk.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.ledger.RecordedWrite.Outcome;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
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

    /** What happened to a policy: by the bot, with what is known of it, or by somebody else; and which of some documents came of it. */
    private record Step(Who who, int document) {}

    private enum Who {
        BOT,
        BOT_UNCONFIRMED,
        BOT_IN_VAIN,
        BOT_LOST,
        OTHERS
    }

    /** All states of one policy, and what the bot recorded. */
    private static final class Life {
        private final List<PolicyDocument> states = new ArrayList<>(List.of(document(0)));
        private final List<RecordedWrite> writes = new ArrayList<>();
        /** For each change of the state whether it was the bot's. */
        private final List<Boolean> own = new ArrayList<>();

        private Life(List<Step> steps, boolean everyStateIsNew) {
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                happens(step.who, document(everyStateIsNew ? i + 1 : step.document));
            }
        }

        private void happens(Who who, PolicyDocument next) {
            PolicyDocument now = states.get(states.size() - 1);
            switch (who) {
                case BOT -> written(now, next, Outcome.TAKEN);
                case BOT_UNCONFIRMED -> written(now, next, Outcome.INTENDED);
                case BOT_IN_VAIN -> writes.add(write(now, next, Outcome.NOT_TAKEN));
                case BOT_LOST -> writes.add(write(now, next, Outcome.INTENDED));
                case OTHERS -> become(next, false);
            }
        }

        private void written(PolicyDocument now, PolicyDocument next, Outcome outcome) {
            writes.add(write(now, next, outcome));
            become(next, true);
        }

        private void become(PolicyDocument next, boolean bot) {
            states.add(next);
            own.add(bot);
        }

        private RecordedWrite write(PolicyDocument base, PolicyDocument proposed, Outcome outcome) {
            return new RecordedWrite(writes.size() + 1L, REQUEST, base.text(), proposed.text(), outcome);
        }
    }

    @Property(tries = 500)
    void whatTheBotDidIsNeverTakenForAnothers(@ForAll("steps") List<Step> steps) {
        var life = new Life(steps, false);
        for (int from = 0; from < life.states.size(); from++) {
            for (int to = from + 1; to < life.states.size() && life.own.get(to - 1); to++) {
                assertThat(OwnWrites.of(life.writes).explain(life.states.get(from), life.states.get(to)))
                        .as("from state %d to %d of %s", from, to, steps)
                        .isTrue();
            }
        }
    }

    @Property(tries = 500)
    void whatOthersDidIsNeverTakenForTheBots(@ForAll("steps") List<Step> steps) {
        var life = new Life(steps, true);
        for (int from = 0; from < life.states.size(); from++) {
            for (int to = from + 1; to < life.states.size(); to++) {
                assertThat(OwnWrites.of(life.writes).explain(life.states.get(from), life.states.get(to)))
                        .as("from state %d to %d of %s", from, to, steps)
                        .isEqualTo(!life.own.subList(from, to).contains(false));
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Who.class), Arbitraries.integers().between(0, 3))
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
