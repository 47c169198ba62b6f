package dev.ecrbot.rules;

import static dev.ecrbot.rules.Examples.CENTRAL;
import static dev.ecrbot.rules.Examples.SALES;
import static dev.ecrbot.rules.Examples.forAccess;
import static dev.ecrbot.rules.Examples.forPatterns;
import static dev.ecrbot.rules.Examples.forRepositories;
import static dev.ecrbot.rules.Examples.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.problem.Code;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Which rule decides on a pattern of repositories, and why none does. */
final class PatternDecisionTest {
    private static final Region WEST = new Region("us-west-2");

    @Example
    void theRuleThatContainsItDecidesIfItAllowsPatterns() {
        Rule some = forPatterns(forRepositories(rule("some"), "web/*", "payments/*"));
        for (String pattern : List.of("payments/*", "payments/a*", "payments/*/x", "web/*")) {
            assertThat(new Rules(List.of(some)).find(grant(pattern)))
                    .as(pattern)
                    .hasValue(some);
        }
        assertThat(new Rules(List.of(rule("single"))).find(grant("payments/*"))).isEmpty();
        refused(
                Code.PATTERN_REFUSED,
                "Rule single decides on central/us-west-2:payments/*",
                "payments/*",
                rule("single"));
    }

    @Example
    void noneDecidesOnMoreThanItIsFor() {
        Rule some = forPatterns(rule("some"));
        for (String pattern : List.of("*", "pay*", "*/api", "payments*")) {
            refused(Code.PATTERN_TOO_WIDE, "some, covers payments/*", pattern, some);
        }
        refused(Code.NO_RULE, "No rule covers repository", "web/*", some);
        Rule west = forPatterns(forRepositories(rule("west"), "central/eu-west-1:*"));
        refused(Code.NO_RULE, "No rule", "payments/*", west);
    }

    @Example
    void anEarlierRuleForSomeOfItStandsInTheWay() {
        Rule all = forPatterns(forRepositories(rule("all"), "*"));
        Rule secret = forRepositories(rule("secret"), "payments/secret");
        refused(Code.PATTERN_OVERLAP, "rule secret comes before it", "payments/*", secret, all);
        refused(Code.PATTERN_OVERLAP, "rule some comes before it", "*", forPatterns(rule("some")), all);
        assertThat(new Rules(List.of(secret, all)).find(grant("payments/a*"))).hasValue(all);
        assertThat(new Rules(List.of(all, secret)).find(grant("payments/*"))).hasValue(all);
        Rule push = forAccess(forRepositories(rule("push"), "payments/secret"), StandardAccess.PUSH);
        assertThat(new Rules(List.of(push, all)).find(grant("payments/*"))).hasValue(all);
    }

    @Example
    void whatIsTakenAwayNeedsNoLeaveForPatterns() {
        var revoke = new Subject(
                Subject.Kind.REVOKE, "central", target("payments/*"), Optional.empty(), Examples.role(SALES));
        assertThat(new Rules(List.of(rule("single"))).find(revoke)).isPresent();
        assertThat(new Rules(List.of(rule("single"))).find(subjectOf(revoke, "pay*")))
                .isEmpty();
    }

    /** Whoever decides on a pattern decides on every repository of it, too. */
    @Property(tries = 2_000)
    void itIsTheRuleThatDecidesOnEachRepository(
            @ForAll("globs") List<String> globs, @ForAll("asked") String pattern, @ForAll("names") String filling) {
        var rules = new Rules(IntStream.range(0, globs.size())
                .mapToObj(i -> forPatterns(forRepositories(rule("r" + i), globs.get(i))))
                .toList());
        String name = pattern.replace("*", filling);
        rules.find(grant(pattern))
                .ifPresent(decides -> assertThat(
                                rules.find(Examples.grant(StandardAccess.PULL, name, Examples.role(SALES))))
                        .as("%s for %s by %s", pattern, name, globs)
                        .hasValue(decides));
    }

    @Provide
    Arbitrary<List<String>> globs() {
        return Arbitraries.of("*", "pa/*", "pa/b", "*b", "p*", "pa/b*", "web/*", "*/b")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> asked() {
        return Arbitraries.of("*", "pa/*", "pa/b*", "p*b", "*b", "web/*", "pa*");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a/b", "pa/b", "web/pa/b", "bb", "b0");
    }

    private static void refused(Code code, String what, String pattern, Rule... rules) {
        var all = new Rules(List.of(rules));
        assertThat(all.find(grant(pattern))).as(pattern).isEmpty();
        var problem = all.none(grant(pattern), Map.of());
        assertThat(problem.code()).as(problem.text()).isEqualTo(code);
        assertThat(problem.what()).contains(what);
        assertThat(problem.next()).isNotBlank();
    }

    private static Subject grant(String pattern) {
        return new Subject(
                Subject.Kind.GRANT, "central", target(pattern), Optional.of(StandardAccess.PULL), Examples.role(SALES));
    }

    private static Subject subjectOf(Subject like, String pattern) {
        return new Subject(like.kind(), like.registryName(), target(pattern), like.access(), like.principal());
    }

    private static Target target(String text) {
        return Target.of(CENTRAL, WEST, text);
    }
}
