package dev.ecrbot.slack.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafeTextTest {

    @ParameterizedTest
    @MethodSource
    void makesOneVisibleLine(String text, String clean) {
        assertThat(SafeText.line(text, 100)).isEqualTo(clean);
    }

    static Stream<Arguments> makesOneVisibleLine() {
        return Stream.of(
                arguments("one\ntwo\r\n\tthree", "one two three"),
                arguments("safe\u202Eevil", "safeevil"),
                arguments("a\u200Bb\uFEFFc\u2066d", "abcd"),
                arguments("nul\0bell\u0007", "nul bell"),
                arguments("  much   room \u00A0\u3000 ", "much room"),
                arguments("filler\u3164\uFE0F", "filler"),
                arguments("lone\uD83D surrogate", "lone surrogate"),
                arguments("tag\uDB40\uDC41", "tag"));
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(SafeText.line("abcdefgh", 5)).isEqualTo("abcd…");
        assertThat(SafeText.line("abc🚀🚀🚀", 5)).isEqualTo("abc…");
        assertThat(SafeText.line("x".repeat(5_000), 300)).hasSize(300).endsWith("…");
    }

    @Test
    void spellsOutInCodeWhatCannotBeSeen() {
        assertThat(SafeText.code("  \"Sid\" : \"a\u202Eb\u200Bc\tdé🚀\""))
                .isEqualTo("  \"Sid\" : \"a\\u202eb\\u200bc\\u0009dé🚀\"");
    }
}
