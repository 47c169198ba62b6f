package dev.ecrbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.slack.answer.EveryFinding;
import dev.ecrbot.slack.message.Rendered;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a text from outside: the message is accepted, notifies nobody, and stays within bounds. */
@Tag("long")
class HostileTextTest {
    static Stream<String> texts() {
        return Stream.of(
                "<!channel> <!here> <!everyone> <@U0VICTIM> <!subteam^S0VICTIM> <#C0VICTIM>",
                "*bold* _it_ ~no~ `code` ```block``` > quote & <https://evil.example|click>",
                "y".repeat(5_000),
                "🚀".repeat(2_500),
                "a\nb\r\nc\u2028d\u2029e\u0000f\u0007g\u001b[31mh",
                "\u202Etxet desrever\u202C \u200B\u2066hidden\u2069\uFEFF",
                "{\"type\":\"section\"}]}\"'\\",
                " ");
    }

    /** What the bot itself calls everybody with; whatever people typed stands elsewhere. */
    private static final String OWN_CALL = ":rotating_light: <!channel> *Glass broken*";

    @ParameterizedTest
    @MethodSource("texts")
    void staysText(String text) {
        for (Rendered message : EveryMessage.all(text)) {
            Accepted accepted = Accepted.of(message);
            assertThat(accepted.markup().replace(OWN_CALL, ""))
                    .doesNotContain(
                            "<!channel>", "<!here>", "<!everyone>", "<@U0VICTIM>", "S0VICTIM>", "<https://evil");
            assertThat(accepted.shown() + accepted.markup())
                    .doesNotContain("\u202E", "\u200B", "\u0000", "\u001b", "\u2028", "\r");
            assertThat(message.text()).hasSizeLessThan(4_000);
            assertThat(accepted.shown() + message.text())
                    .as("codes are for the log, the events and the metrics")
                    .doesNotContain("Code:");
            assertThat(accepted.blocks().findValues("type"))
                    .as("nothing in it is a mention of everybody")
                    .noneMatch(type -> type.asText().equals("broadcast"));
        }
    }

    @Test
    void noKindIsLeftOut() {
        assertThat(EveryNote.notes("x")).extracting(Object::getClass).hasSameElementsAs(kinds(Note.class));
        assertThat(EveryAnswer.answers("x")).extracting(Object::getClass).hasSameElementsAs(kinds(Answer.class));
        assertThat(EveryFinding.all("x")).<Class<?>>extracting(Object::getClass).containsAll(kinds(Finding.class));
    }

    private static List<Class<?>> kinds(Class<?> union) {
        return Stream.of(union.getPermittedSubclasses())
                .<Class<?>>flatMap(kind -> kind.isSealed() ? kinds(kind).stream() : Stream.of(kind))
                .toList();
    }
}
