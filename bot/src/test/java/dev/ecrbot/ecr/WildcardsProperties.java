package dev.ecrbot.ecr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Against the definition, over all short texts; {@code z} stands in no pattern, as some character never does. */
final class WildcardsProperties {
    private static final List<String> TEXTS = texts(7, List.of("a", "b", "z"));
    private static final Map<String, Set<String>> MATCHED = new ConcurrentHashMap<>();

    @Property(tries = 3_000)
    void oneContainsTheOtherIfItMatchesAllItsTexts(@ForAll("stars") String outer, @ForAll("stars") String inner) {
        assertThat(Wildcards.contain(outer, inner))
                .as("%s contains %s", outer, inner)
                .isEqualTo(matched(outer).containsAll(matched(inner)));
    }

    @Property(tries = 3_000, seed = "20261129")
    void oneContainsATextIfItMatchesIt(@ForAll("patterns") String pattern, @ForAll("plain") String text) {
        assertThat(Wildcards.contain(pattern, text))
                .as("%s matches %s", pattern, text)
                .isEqualTo(matches(pattern, text));
    }

    @Property(seed = "20261129")
    void aStarIsWhateverItWasPutInFor(@ForAll("plain") String before, @ForAll("plain") String any) {
        assertThat(Wildcards.contain(before + "*" + before, before + any + before))
                .isTrue();
        assertThat(Wildcards.contain("*" + before + "*", any + before + any)).isTrue();
    }

    @Property(tries = 3_000)
    void withAQuestionMarkAYesIsStillTrue(@ForAll("patterns") String outer, @ForAll("patterns") String inner) {
        if (Wildcards.contain(outer, inner)) {
            assertThat(matched(outer).containsAll(matched(inner)))
                    .as("%s contains %s", outer, inner)
                    .isTrue();
        }
    }

    @Property(tries = 3_000)
    void theyOverlapIfATextMatchesBoth(@ForAll("patterns") String one, @ForAll("patterns") String other) {
        assertThat(Wildcards.overlap(one, other))
                .as("%s overlaps %s", one, other)
                .isEqualTo(!Collections.disjoint(matched(one), matched(other)));
        assertThat(Wildcards.overlap(other, one)).isEqualTo(Wildcards.overlap(one, other));
    }

    @Example
    void theyTakeNoLongerThanTheirLengthsAllow() {
        assertThat(Wildcards.contain("*a".repeat(128), "a*".repeat(128))).isFalse();
        assertThat(Wildcards.overlap("*a".repeat(128), "b*".repeat(128))).isTrue();
    }

    @Example
    void aTextIsNotSplitInEveryWay() {
        assertThat(Wildcards.contain("*a".repeat(120) + "b", "a".repeat(250))).isFalse();
    }

    // There are some hundred patterns, each of which is drawn many times.
    private static Set<String> matched(String pattern) {
        return MATCHED.computeIfAbsent(
                pattern,
                drawn -> TEXTS.stream().filter(text -> matches(drawn, text)).collect(Collectors.toSet()));
    }

    /** What a pattern means, and nothing about how to find out fast. */
    private static boolean matches(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        char first = pattern.charAt(0);
        String rest = pattern.substring(1);
        if (first == '*') {
            return matches(rest, text) || (!text.isEmpty() && matches(pattern, text.substring(1)));
        }
        return !text.isEmpty() && (first == '?' || first == text.charAt(0)) && matches(rest, text.substring(1));
    }

    private static List<String> texts(int longest, List<String> letters) {
        return longest == 0
                ? List.of("")
                : Stream.concat(
                                Stream.of(""),
                                texts(longest - 1, letters).stream()
                                        .flatMap(text -> letters.stream().map(letter -> letter + text)))
                        .distinct()
                        .toList();
    }

    // Two patterns with at most three literals each and a text between them: seven letters tell them apart.
    @Provide
    Arbitrary<String> stars() {
        return Arbitraries.strings().withChars("ab**").ofMaxLength(5).filter(text -> literals(text) <= 3);
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings().withChars("abz/").ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab?**").ofMaxLength(5).filter(text -> literals(text) <= 3);
    }

    private static long literals(String text) {
        return text.chars().filter(c -> c != '*').count();
    }
}
