package dev.ecrbot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RepositoryPatternTest {

    @ParameterizedTest
    @CsvSource({
        "payments/*, payments/api, true",
        "payments/*, payments/api/v2, true",
        "payments/*, payments, false",
        "payments/*, my/payments/api, false",
        "payments, payments, true",
        "payments, payments2, false",
        "*, x1, true",
        "*api, payments/api, true",
        "a*b*c, a1b2c, true",
        "a*b*c, a1c2b, false",
        "a*a, aa, true",
        "ab*bc, abc, false",
        "pay.ents, payments, false",
        "central:payments/*, payments/api, true",
        "other:payments/*, payments/api, false",
        "central/us-west-2:payments/*, payments/api, true",
        "central/eu-west-1:payments/*, payments/api, false",
    })
    void standsForTheWholeName(String pattern, String name, boolean matches) {
        assertThat(RepositoryPattern.parse(pattern).orElseThrow().matches("central", Examples.repository(name)))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":x",
                "central:",
                "central/:x",
                "central/mars:x",
                "a:b:c",
                "UPPER",
                "with blank",
                "a?b",
                "[ab]",
                "/us-west-2:x",
                "Central:x",
                "a\nb"
            })
    void isRefused(String text) {
        assertThat(RepositoryPattern.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments/*", "central:*", "central/us-west-2:a*b"})
    void isShownAsItWasWritten(String text) {
        assertThat(RepositoryPattern.parse(text).orElseThrow()).hasToString(text);
    }

    @Test
    void hasABoundedLength() {
        assertThat(RepositoryPattern.parse("a".repeat(256))).isPresent();
        assertThat(RepositoryPattern.parse("a".repeat(257))).isEmpty();
    }
}
