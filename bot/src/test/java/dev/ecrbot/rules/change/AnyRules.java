package dev.ecrbot.rules.change;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessConditions;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.rules.Approvers;
import dev.ecrbot.rules.AutoApproval;
import dev.ecrbot.rules.BreakGlass;
import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PrincipalKind;
import dev.ecrbot.rules.Quota;
import dev.ecrbot.rules.ReasonRule;
import dev.ecrbot.rules.RepositoryPattern;
import dev.ecrbot.rules.Revocation;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Rules;
import dev.ecrbot.rules.Scope;
import dev.ecrbot.rules.Targets;
import dev.ecrbot.rules.Terms;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Rules of a few words, so that some of them meet. */
final class AnyRules {
    static final List<AccountId> ACCOUNTS = List.of(new AccountId("222222222222"), new AccountId("333333333333"));
    static final List<Access> WORDS = List.of(StandardAccess.PULL, StandardAccess.PUSH);
    static final List<PrincipalKind> KINDS = List.of(PrincipalKind.ROLE, PrincipalKind.ACCOUNT);
    static final List<String> USERS = List.of("U1", "U2");
    static final List<Duration> SPANS = List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
    private static final List<String> GLOBS = List.of("*", "a/*", "a/api", "*/api", "b/*");

    private AnyRules() {}

    static Arbitrary<Rules> any() {
        return rule().list().ofMinSize(1).ofMaxSize(3).map(rules -> {
            var named = new LinkedHashMap<String, Rule>();
            rules.forEach(rule -> named.put(
                    "rule-" + named.size(),
                    new Rule(
                            "rule-" + named.size(),
                            rule.scope(),
                            rule.requesters(),
                            rule.approvers(),
                            rule.terms(),
                            rule.channel(),
                            rule.handling())));
            return new Rules(List.copyOf(named.values()));
        });
    }

    private static Arbitrary<Rule> rule() {
        return Combinators.combine(scope(), people(true), approvers(), terms(), people(true), revocation())
                .as((scope, requesters, approvers, terms, viewers, revocation) -> new Rule(
                        "rule",
                        scope,
                        requesters,
                        approvers,
                        terms,
                        "C0CARDS",
                        new Handling(Optional.empty(), Duration.ofHours(8), revocation, viewers)));
    }

    private static Arbitrary<Scope> scope() {
        return Combinators.combine(some(GLOBS), some(WORDS), some(ACCOUNTS), some(KINDS))
                .as((globs, words, accounts, kinds) -> new Scope(
                        globs.stream()
                                .map(glob -> RepositoryPattern.parse(glob).orElseThrow())
                                .toList(),
                        false,
                        words,
                        new Targets(false, accounts),
                        kinds));
    }

    private static Arbitrary<Approvers> approvers() {
        Arbitrary<AutoApproval> auto = Combinators.combine(Arbitraries.of(SPANS), Arbitraries.of(1, 5))
                .as((span, most) -> new AutoApproval(Set.of(StandardAccess.PULL), span, most));
        Arbitrary<BreakGlass> glass = Combinators.combine(people(false), Arbitraries.of(2, 4), Arbitraries.of(1, 3))
                .as((people, hours, most) ->
                        new BreakGlass(people, Duration.ofHours(hours), Duration.ofHours(1), most, "C0LOUD"));
        return Combinators.combine(
                        people(false),
                        Arbitraries.of(1, 2),
                        Arbitraries.of(true, false),
                        auto.optional(),
                        glass.optional())
                .as((people, most, self, byRule, broken) ->
                        new Approvers(people, most, self, Optional.empty(), byRule, broken));
    }

    private static Arbitrary<Terms> terms() {
        return Combinators.combine(
                        Arbitraries.of(SPANS).optional(),
                        Arbitraries.of(new ReasonRule.Free(), new ReasonRule.Required()),
                        Arbitraries.of(1, 2).optional())
                .as((span, reason, most) ->
                        new Terms(span, reason, AccessConditions.NONE, new Quota(Optional.empty(), most)));
    }

    private static Arbitrary<Revocation> revocation() {
        return Arbitraries.of(Revocation.class);
    }

    private static Arbitrary<People> people(boolean maybeAnyone) {
        Arbitrary<People> listed = some(USERS).map(users -> new People(false, users, Set.of()));
        return maybeAnyone ? Arbitraries.oneOf(listed, Arbitraries.just(People.everyone())) : listed;
    }

    private static <T> Arbitrary<Set<T>> some(List<T> all) {
        return Arbitraries.of(all).set().ofMinSize(1).ofMaxSize(2);
    }
}
