package dev.ecrbot.ecr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class NamePatternTest {
    private static final List<String> FILLINGS = List.of("", "a", "aa");

    @Example
    void isABeginningAnEndOrPartsOfAName() {
        for (String pattern : List.of("*", "payments/*", "payments*", "*/api", "a*", "*-base-*", "a_*_b", "p/*/x/*")) {
            assertThat(NamePattern.parse(pattern)).as(pattern).hasValue(new NamePattern(pattern));
        }
    }

    @Example
    void isNothingThatNoNameMatches() {
        for (String pattern : List.of(
                "",
                "payments",
                "**",
                "p?*",
                "/*",
                "/payments/*",
                "payments//*",
                "*/",
                "-*",
                "P/*",
                "a b*",
                "a*.",
                "…*")) {
            assertThat(NamePattern.parse(pattern)).as(pattern).isEmpty();
            assertThatThrownBy(() -> new NamePattern(pattern)).isInstanceOf(Malformed.class);
        }
        assertThat(NamePattern.parse("a".repeat(255) + "*")).isPresent();
        assertThat(NamePattern.parse("a".repeat(256) + "*")).isEmpty();
    }

    @Example
    void isReadInTimeHoweverOddTheText() {
        assertThat(NamePattern.parse("a_*".repeat(85))).isPresent();
        assertThat(NamePattern.parse("-*".repeat(60) + "a-".repeat(60))).isEmpty();
        assertThat(NamePattern.parse("-".repeat(120) + "a*")).isEmpty();
    }

    @Property(tries = 20_000)
    void agreesWithTheNamesThereAre(@ForAll("texts") String text) {
        boolean matchesAName = text.contains("*")
                && !text.contains("**")
                && filled(text).anyMatch(name -> RepositoryName.parse(name).isPresent());
        assertThat(NamePattern.parse(text).isPresent()).as(text).isEqualTo(matchesAName);
    }

    private static Stream<String> filled(String text) {
        int star = text.indexOf('*');
        return star < 0
                ? Stream.of(text)
                : FILLINGS.stream()
                        .flatMap(filling -> filled(text.substring(0, star) + filling + text.substring(star + 1)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab/_-.**").ofMaxLength(8);
    }
}
