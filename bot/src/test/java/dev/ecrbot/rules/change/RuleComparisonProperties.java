package dev.ecrbot.rules.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Sampled;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.rules.Approvers;
import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PrincipalKind;
import dev.ecrbot.rules.RepositoryPattern;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Rules;
import dev.ecrbot.rules.Scope;
import dev.ecrbot.rules.Subject;
import dev.ecrbot.rules.Targets;
import dev.ecrbot.rules.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a comparison of rules says, against asking both for each of many repositories, recipients and people. */
final class RuleComparisonProperties {
    private static final RegistryPlace HERE =
            new RegistryPlace("central", new AccountId("111111111111"), new Region("us-west-2"));
    private static final List<AccountId> ACCOUNTS =
            List.of(new AccountId("222222222222"), new AccountId("333333333333"), new AccountId("444444444444"));
    private static final List<Access> WORDS = List.of(StandardAccess.PULL, StandardAccess.PUSH);
    private static final List<String> NAMES =
            List.of("a/api", "a/web", "a/api-prod", "b/api", "b/web-prod", "c/x", "web-prod", "api");
    private static final List<String> GLOBS = List.of("*", "a/*", "a/api", "*-prod", "b/*", "*/api", "a/api*", "c/x");
    private static final List<String> PEOPLE = List.of("U1", "U2", "U3");
    private static final List<PrincipalKind> KINDS = List.of(PrincipalKind.ROLE, PrincipalKind.ACCOUNT);

    /** One thing that may be asked for, and one person who may approve it. */
    private record Case(String name, Access access, AccountId to, PrincipalKind kind, String person) {
        Subject subject() {
            Principal principal = kind == PrincipalKind.ROLE
                    ? new Principal.Role(Partition.AWS, to, "/", "ci")
                    : new Principal.Account(Partition.AWS, to);
            return new Subject(
                    Subject.Kind.GRANT,
                    HERE.registry(),
                    new Repository(HERE.account(), HERE.region(), new RepositoryName(name)),
                    Optional.of(access),
                    principal);
        }

        boolean mayApprove(Rule rule) {
            return rule.approvers().people().users().contains(person);
        }

        private boolean matches(String pattern) {
            return RepositoryPattern.parse(pattern)
                    .orElseThrow()
                    .matches(HERE.registry(), subject().target());
        }

        boolean isIn(Gain gain, Rule rule) {
            return gain.rule().equals(rule.name())
                    && gain.what().endsWith("may approve it")
                    && gain.people().contains(person)
                    && gain.access().contains(access.word())
                    && gain.to().contains(to.value())
                    && gain.kinds().contains(kind)
                    && gain.repositories().stream()
                            .anyMatch(extent -> matches(extent.pattern())
                                    && extent.except().stream().noneMatch(this::matches));
        }
    }

    @Property(tries = 2_000)
    @Sampled(60)
    void saysWhoGainsWhatAndNothingElse(@ForAll("rules") Rules before, @ForAll("rules") Rules now) {
        List<Gain> gains = RuleComparison.gained(before, now, List.of(HERE));
        for (Case each : cases()) {
            Optional<Rule> decides = now.find(each.subject());
            boolean could = before.find(each.subject()).filter(each::mayApprove).isPresent();
            boolean can = decides.filter(each::mayApprove).isPresent();
            boolean told = decides.filter(rule -> gains.stream().anyMatch(gain -> each.isIn(gain, rule)))
                    .isPresent();
            assertThat(told).as("%s among %s", each, gains).isEqualTo(can && !could);
        }
    }

    @Property(tries = 200)
    @Sampled(20)
    void nobodyGainsByTheSameRules(@ForAll("rules") Rules rules) {
        assertThat(RuleComparison.gained(rules, rules, List.of(HERE))).isEmpty();
    }

    private static List<Case> cases() {
        var cases = new ArrayList<Case>();
        NAMES.forEach(name -> WORDS.forEach(access -> ACCOUNTS.forEach(to ->
                KINDS.forEach(kind -> PEOPLE.forEach(person -> cases.add(new Case(name, access, to, kind, person)))))));
        return cases;
    }

    @Provide
    Arbitrary<Rules> rules() {
        return rule().list().ofMinSize(1).ofMaxSize(4).map(rules -> {
            var named = new ArrayList<Rule>();
            rules.forEach(rule -> named.add(new Rule(
                    "rule-" + named.size(),
                    rule.scope(),
                    rule.requesters(),
                    rule.approvers(),
                    rule.terms(),
                    rule.channel(),
                    rule.handling())));
            return new Rules(named);
        });
    }

    private static Arbitrary<Rule> rule() {
        return Combinators.combine(some(GLOBS, 2), some(WORDS, 2), some(ACCOUNTS, 2), some(KINDS, 2), some(PEOPLE, 2))
                .as((globs, words, accounts, kinds, people) -> new Rule(
                        "rule",
                        new Scope(
                                globs.stream()
                                        .map(glob ->
                                                RepositoryPattern.parse(glob).orElseThrow())
                                        .collect(Collectors.toList()),
                                false,
                                words,
                                new Targets(false, accounts),
                                kinds),
                        People.everyone(),
                        new Approvers(new People(false, people, Set.of()), 1, false),
                        Terms.NONE,
                        "C0CARDS",
                        Handling.USUAL));
    }

    private static <T> Arbitrary<Set<T>> some(List<T> all, int most) {
        return Arbitraries.of(all).set().ofMinSize(1).ofMaxSize(most);
    }
}
