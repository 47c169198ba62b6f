package dev.ecrbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of characters that nobody sees, and of those that keyboards change. */
class CommandTextTest {
    private static final String GRANT = "grant pull payments/api sales nightly";

    @Test
    void putsBackWhatKeyboardsMakeOfPlainCharacters() {
        CommandText text = CommandText.of("“a” ‘b’ c—d e–f …");
        assertThat(text.name(0, text.plain().length())).isEqualTo("\"a\" 'b' c--d e-f ...");
        assertThat(text.typed()).isEqualTo("“a” ‘b’ c—d e–f …");
    }

    @Test
    void foldsEveryKindOfBlank() {
        assertThat(CommandText.of("\u00A0a\u2003\u3000b\r\n\tc\u2028d\u0085e ").typed())
                .isEqualTo("a b c d e");
    }

    @ParameterizedTest
    @CsvSource({
        "0000, NULL",
        "0007, BEL",
        "001B, ESCAPE",
        "00AD, SOFT HYPHEN",
        "200B, ZERO WIDTH SPACE",
        "200D, ZERO WIDTH JOINER",
        "202E, RIGHT-TO-LEFT OVERRIDE",
        "2066, LEFT-TO-RIGHT ISOLATE",
        "FEFF, ZERO WIDTH NO-BREAK SPACE",
        "3164, HANGUL FILLER",
        "FE0F, VARIATION SELECTOR-16",
        "E0041, TAG LATIN CAPITAL LETTER A"
    })
    void aNameWithAnInvisibleCharacterInItIsRefusedByThatName(String number, String name) {
        String hidden = Character.toString(Integer.parseInt(number, 16));
        for (String typed : new String[] {
            "grant pull payments/api sales" + hidden + "x",
            "grant pull payments/a" + hidden + "pi sales nightly",
            "grant pull payments/api sales “night" + hidden + "ly”",
            "gr" + hidden + "ant pull payments/api sales nightly because due",
            "cancel req-0000" + hidden + "0000",
            GRANT + " for 7" + hidden + "d"
        }) {
            Problem problem = Here.misunderstood(Here.PARSER, typed);
            assertThat(problem.code()).isEqualTo(Code.COMMAND_MALFORMED);
            assertThat(problem.text())
                    .contains("[U+" + number + "]", "U+" + number + ", " + name)
                    .doesNotContain(hidden);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u2066", "\uFEFF", "\u200E"})
    void atTheEdgeOfAWordItIsDropped(String hidden) {
        assertThat(Here.understood(
                        Here.PARSER, hidden + GRANT.replace(" ", hidden + " " + hidden) + hidden + " because x"))
                .isEqualTo(Here.understood(Here.PARSER, GRANT + " because x"));
        assertThat(Here.understood(Here.PARSER, GRANT.replace("sales", "“sales”" + hidden)))
                .isEqualTo(Here.understood(Here.PARSER, GRANT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "für Ärzte – 東京",
                "it’s “due” — today… or ‘soon’",
                "a‑b «c»",
                "because it’s due for 7d",
            })
    void aReasonStaysAsItWasTyped(String reason) {
        assertThat(reason(GRANT + " because " + reason)).contains(reason);
    }

    @Test
    void aReasonHidesNothing() {
        assertThat(reason(GRANT + " because bu\u202Eild\u200B\u0000me")).contains("build me");
    }

    private static Optional<String> reason(String typed) {
        return ((Command.Grant) Here.understood(Here.PARSER, typed)).reason();
    }
}
