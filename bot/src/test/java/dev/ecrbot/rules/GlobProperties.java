package dev.ecrbot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class GlobProperties {

    @Property(tries = 20_000)
    void agreesWithTheDefinition(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        assertThat(Glob.matches(pattern, text)).isEqualTo(covers(pattern, text));
    }

    @Property
    void coversWhatItsStarsWerePutInFor(@ForAll("texts") String before, @ForAll("texts") String any) {
        assertThat(Glob.matches(before + "*" + before, before + any + before)).isTrue();
        assertThat(Glob.matches("*" + before + "*", any + before + any)).isTrue();
    }

    @Property
    void takesEverythingElseLiterally(@ForAll("texts") String text) {
        assertThat(Glob.matches(text, text)).isTrue();
        assertThat(Glob.matches(text + "x", text)).isFalse();
    }

    @Example
    void doesNotTryEveryWayToSplit() {
        assertThat(Glob.matches("*a".repeat(120) + "b", "a".repeat(250))).isFalse();
    }

    /** What a glob means, and nothing about how to find out fast. */
    private static boolean covers(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        String rest = pattern.substring(1);
        if (pattern.charAt(0) == '*') {
            return covers(rest, text) || (!text.isEmpty() && covers(pattern, text.substring(1)));
        }
        return !text.isEmpty() && text.charAt(0) == pattern.charAt(0) && covers(rest, text.substring(1));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab/**").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab/").ofMaxLength(10);
    }
}
