package dev.ecrbot.rules;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules, people and repositories that the tests of the rules start from. */
final class Examples {
    static final AccountId CENTRAL = new AccountId("111111111111");
    static final AccountId SALES = new AccountId("222222222222");
    static final AccountId FINANCE = new AccountId("333333333333");
    static final PersonId ANN = new PersonId("T0HOME", "U0ANN");
    static final PersonId BOB = new PersonId("T0HOME", "U0BOB");

    private Examples() {}

    /** Returns a rule for pull on payments/*, to roles in sales, that anyone may ask for and Ann decides. */
    static Rule rule(String name) {
        return new Rule(
                name,
                new Scope(
                        patterns("payments/*"),
                        false,
                        Set.of(StandardAccess.PULL),
                        new Targets(false, Set.of(SALES)),
                        Set.of(PrincipalKind.ROLE)),
                People.everyone(),
                new Approvers(users(ANN.user()), 1, false),
                Terms.NONE,
                "C0CARDS",
                Handling.USUAL);
    }

    static Rule forRepositories(Rule rule, String... patterns) {
        Scope scope = rule.scope();
        return with(rule, new Scope(patterns(patterns), false, scope.access(), scope.to(), scope.principals()));
    }

    static Rule forPatterns(Rule rule) {
        Scope scope = rule.scope();
        return with(rule, new Scope(scope.repositories(), true, scope.access(), scope.to(), scope.principals()));
    }

    static Rule forAccess(Rule rule, Access... access) {
        Scope scope = rule.scope();
        return with(rule, new Scope(scope.repositories(), false, Set.of(access), scope.to(), scope.principals()));
    }

    static Rule to(Rule rule, AccountId... accounts) {
        return to(rule, new Targets(false, Set.of(accounts)), rule.scope().principals());
    }

    static Rule to(Rule rule, Targets to, Set<PrincipalKind> kinds) {
        Scope scope = rule.scope();
        return with(rule, new Scope(scope.repositories(), false, scope.access(), to, kinds));
    }

    static Rule forKinds(Rule rule, PrincipalKind... kinds) {
        return to(rule, rule.scope().to(), Set.of(kinds));
    }

    private static Rule with(Rule rule, Scope scope) {
        return new Rule(
                rule.name(), scope, rule.requesters(), rule.approvers(), rule.terms(), rule.channel(), rule.handling());
    }

    static Rule askedBy(String name, People requesters, Rule rule) {
        return new Rule(
                name, rule.scope(), requesters, rule.approvers(), rule.terms(), rule.channel(), rule.handling());
    }

    static Rule decided(People requesters, People approvers, boolean selfApproval) {
        Rule rule = rule("r");
        return new Rule(
                rule.name(),
                rule.scope(),
                requesters,
                new Approvers(approvers, 1, selfApproval),
                rule.terms(),
                rule.channel(),
                rule.handling());
    }

    static People users(String... users) {
        return new People(false, Set.of(users), Set.of());
    }

    static Subject grant(Access access, String repository, Principal principal) {
        return new Subject(Subject.Kind.GRANT, "central", repository(repository), Optional.of(access), principal);
    }

    static Subject revoke(Optional<Access> access, String repository, Principal principal) {
        return new Subject(Subject.Kind.REVOKE, "central", repository(repository), access, principal);
    }

    static Repository repository(String name) {
        return new Repository(CENTRAL, new Region("us-west-2"), new RepositoryName(name));
    }

    static Principal role(AccountId account) {
        return new Principal.Role(Partition.AWS, account, "/", "deployer");
    }

    private static List<RepositoryPattern> patterns(String... patterns) {
        return List.of(patterns).stream()
                .map(text -> RepositoryPattern.parse(text).orElseThrow())
                .toList();
    }
}
