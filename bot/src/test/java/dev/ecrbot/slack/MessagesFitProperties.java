package dev.ecrbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Sampled;
import dev.ecrbot.slack.message.Rendered;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** However long what stands in them is, and whatever it is made of: Slack takes every card, note, answer and form. */
class MessagesFitProperties {

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    @Sampled(3)
    void slackTakesEveryMessage(@ForAll("texts") String text) {
        for (Rendered message : EveryMessage.all(text)) {
            Accepted.of(message);
            assertThat(message.text()).hasSizeLessThan(4_000);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12);
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMinLength(1).ofMaxLength(8_000),
                Arbitraries.strings()
                        .withChars("<>&*_~`|\n\t\"\\{}🚀")
                        .ofMinLength(1)
                        .ofMaxLength(8_000),
                words.list().ofMinSize(1).ofMaxSize(900).map(list -> String.join(" ", list) + "."));
    }
}
