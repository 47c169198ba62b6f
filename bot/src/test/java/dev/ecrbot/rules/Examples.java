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
                patterns("payments/*"),
                Set.of(StandardAccess.PULL),
                new Targets(false, Set.of(SALES)),
                Set.of(PrincipalKind.ROLE),
                People.everyone(),
                users(ANN.user()),
                1,
                false,
                "C0CARDS",
                Optional.empty(),
                new ReasonRule.Free(),
                Handling.USUAL);
    }

    static Rule forRepositories(Rule rule, String... patterns) {
        return with(rule, patterns(patterns), rule.access(), rule.to(), rule.principals());
    }

    static Rule forAccess(Rule rule, Access... access) {
        return with(rule, rule.repositories(), Set.of(access), rule.to(), rule.principals());
    }

    static Rule to(Rule rule, AccountId... accounts) {
        return with(rule, rule.repositories(), rule.access(), new Targets(false, Set.of(accounts)), rule.principals());
    }

    static Rule forKinds(Rule rule, PrincipalKind... kinds) {
        return with(rule, rule.repositories(), rule.access(), rule.to(), Set.of(kinds));
    }

    private static Rule with(
            Rule rule,
            List<RepositoryPattern> repositories,
            Set<Access> access,
            Targets to,
            Set<PrincipalKind> principals) {
        return new Rule(
                rule.name(),
                repositories,
                access,
                to,
                principals,
                rule.requesters(),
                rule.approvers(),
                rule.approvals(),
                rule.selfApproval(),
                rule.channel(),
                rule.maxDuration(),
                rule.reason(),
                rule.handling());
    }

    static Rule decided(People requesters, People approvers, boolean selfApproval) {
        Rule rule = rule("r");
        return new Rule(
                rule.name(),
                rule.repositories(),
                rule.access(),
                rule.to(),
                rule.principals(),
                requesters,
                approvers,
                rule.approvals(),
                selfApproval,
                rule.channel(),
                rule.maxDuration(),
                rule.reason(),
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
