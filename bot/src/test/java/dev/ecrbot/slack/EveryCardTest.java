package dev.ecrbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ecrbot.Thoroughness;
import dev.ecrbot.slack.message.Ids;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cards in every state, whatever is in them: Slack takes them, and what can't be read in full can't be approved. */
class EveryCardTest {
    static Stream<String> texts() {
        return EveryCard.texts().stream().limit(Thoroughness.ofThisRun().of(5, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void slackTakesThem(String text) {
        EveryCard.all(text).forEach((name, card) -> {
            assertThatCode(() -> Accepted.of(card)).as(name).doesNotThrowAnyException();
            assertThatCode(() -> Accepted.of(card.plain()))
                    .as("%s, plain", name)
                    .doesNotThrowAnyException();
        });
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatIsLeftOutOfACardKeepsItFromBeingApproved(String text) {
        EveryCard.all(text).forEach((name, card) -> {
            Accepted accepted = Accepted.of(card);
            boolean cut = accepted.shown().matches("(?s).*(… \\d+ of \\d+ are shown|more lines that don't fit here).*");
            if (cut || accepted.shown().contains("too long to be shown here")) {
                assertThat(accepted.buttons()).as(name).doesNotContain(Ids.APPROVE);
            }
        });
    }

    @Test
    void whatIsShortenedAboveTheButtonsStandsBelowThemInFull() {
        String text = "z".repeat(250);
        var shortened = EveryCard.all(text).entrySet().stream()
                .filter(card -> Accepted.of(card.getValue()).buttons().contains(Ids.APPROVE))
                .filter(card -> Accepted.of(card.getValue()).shown().contains("zz…zz"))
                .toList();
        assertThat(shortened).hasSizeGreaterThan(3).allSatisfy(card -> {
            String shown = Accepted.of(card.getValue()).shown();
            String blocks = Accepted.of(card.getValue()).blocks().toString();
            assertThat(shown)
                    .as(card.getKey())
                    .contains("Why: " + text, "One session: " + text.substring(0, 60), "Federated " + text);
            assertThat(blocks.lastIndexOf(text)).as(card.getKey()).isGreaterThan(blocks.indexOf(Ids.APPROVE));
        });
    }
}
