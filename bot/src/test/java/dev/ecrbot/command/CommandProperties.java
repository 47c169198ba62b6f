package dev.ecrbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.Parsed.Understood;
import dev.ecrbot.command.word.TypedText;
import dev.ecrbot.problem.Guess;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CommandProperties {
    private static final Duration QUICKLY = Duration.ofSeconds(2);

    @Property(tries = 2000)
    void anyStringIsAnswered(@ForAll String text) {
        answered(text);
    }

    @Property(tries = 5000)
    void anyLineOfAlmostRightWordsIsAnswered(@ForAll("almostRight") String text) {
        answered(text);
    }

    @Property(tries = 300)
    void longRunsOfOneThingAreAnsweredQuickly(@ForAll("runs") String text) {
        long start = System.nanoTime();
        answered(text);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICKLY);
    }

    @Property(tries = 2000)
    void whatIsPrintedIsParsedToTheSame(@ForAll("commands") Command command) {
        assertThat(Here.understood(Here.PARSER, SlackTyping.escaped(command.text())))
                .isEqualTo(command);
    }

    @Property(tries = 2000)
    void whatSlackMakesOfItMeansTheSame(@ForAll("commands") Command command) {
        assertThat(Here.understood(Here.PARSER, SlackTyping.mangled(command.text())))
                .isEqualTo(command);
    }

    @Property(tries = 2000)
    void cleaningTwiceIsCleaningOnce(@ForAll String text) {
        String once = TypedText.of(text).text();
        assertThat(TypedText.of(once).text()).isEqualTo(once);
    }

    @Property
    void distanceIsTheSameBothWays(@ForAll("words") String a, @ForAll("words") String b) {
        assertThat(Guess.distance(a, b))
                .isEqualTo(Guess.distance(b, a))
                .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    }

    private static void answered(String text) {
        for (CommandParser parser : new CommandParser[] {Here.PARSER, Here.PARSER_OF_TWO}) {
            Parsed parsed = parser.parse(text);
            if (parsed instanceof Understood understood) {
                assertThat(understood.command().text()).isNotBlank();
            } else {
                assertThat(Here.misunderstood(parser, text).text()).hasSizeLessThan(1000);
            }
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().alpha().ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> almostRight() {
        return AnyLine.almostRight();
    }

    @Provide
    Arbitrary<String> runs() {
        return AnyLine.runs();
    }

    @Provide
    Arbitrary<Command> commands() {
        return AnyCommand.any();
    }
}
