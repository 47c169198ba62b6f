package dev.ecrbot.rules;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.NoRuleProblems;
import dev.ecrbot.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An ask that no rule is for, and how near one comes to it. */
record NoRule(Subject subject, Map<String, AccountId> accountNames) {
    private static final int SHOWN = 8;

    Problem problem(List<Rule> rules) {
        return rules.stream()
                .filter(rule -> !mismatches(rule).contains(Mismatch.REPOSITORY))
                .min(Comparator.comparingInt(rule -> mismatches(rule).size()))
                .map(this::nearest)
                .orElseGet(() -> noRepository(rules));
    }

    private Set<Mismatch> mismatches(Rule rule) {
        return Mismatch.between(rule.scope(), subject);
    }

    private Problem noRepository(List<Rule> rules) {
        List<String> patterns = rules.stream()
                .flatMap(rule -> rule.scope().repositories().stream())
                .map(RepositoryPattern::toString)
                .distinct()
                .toList();
        return NoRuleProblems.noneForRepository(
                repository(), patterns.isEmpty() ? Optional.empty() : Optional.of(Words.list(patterns, SHOWN)));
    }

    private Problem nearest(Rule rule) {
        Set<Mismatch> mismatches = mismatches(rule);
        List<String> what = mismatches.stream().map(this::asked).toList();
        List<String> would =
                mismatches.stream().map(m -> allowed(m, rule.scope())).toList();
        return NoRuleProblems.none(rule.name(), repository(), what, would);
    }

    private String repository() {
        return subject.registryName() + "/" + subject.target().region() + ":"
                + subject.target().text();
    }

    private String asked(Mismatch mismatch) {
        return switch (mismatch) {
            case REPOSITORY -> NoRuleProblems.repository(repository());
            case ACCESS -> NoRuleProblems.access(subject.access());
            case ACCOUNT ->
                subject.principal() instanceof Principal.Organization organization
                        ? NoRuleProblems.organization(organization.path())
                        : subject.principal()
                                .account()
                                .map(account -> NoRuleProblems.account(named(account)))
                                .orElseGet(NoRuleProblems::withoutAccount);
            case KIND -> PrincipalKind.of(subject.principal()).map(NoRule::a).orElseGet(NoRuleProblems::ofOtherKind);
        };
    }

    private String allowed(Mismatch mismatch, Scope scope) {
        return switch (mismatch) {
            case REPOSITORY ->
                NoRuleProblems.repositories(list(scope.repositories().stream().map(RepositoryPattern::toString)));
            case ACCESS ->
                NoRuleProblems.accesses(
                        list(scope.access().stream().map(Access::word).sorted()));
            case ACCOUNT ->
                NoRuleProblems.both(Stream.concat(
                                some(scope.to().accounts().stream().map(this::named))
                                        .map(NoRuleProblems::accounts)
                                        .stream(),
                                some(scope.to().organizations().stream().map(Object::toString))
                                        .map(NoRuleProblems::organizations)
                                        .stream())
                        .toList());
            case KIND -> list(scope.principals().stream().sorted().map(NoRule::a));
        };
    }

    private static Optional<String> some(Stream<String> items) {
        return Optional.of(list(items.sorted())).filter(list -> !list.isEmpty());
    }

    private static String list(Stream<String> items) {
        return Words.list(items.toList(), SHOWN);
    }

    private static String a(PrincipalKind kind) {
        return switch (kind) {
            case ROLE -> NoRuleProblems.role();
            case USER -> NoRuleProblems.user();
            case ACCOUNT -> NoRuleProblems.wholeAccount();
            case ORGANIZATION -> NoRuleProblems.someOrganization();
        };
    }

    private String named(AccountId account) {
        return accountNames.entrySet().stream()
                .filter(entry -> entry.getValue().equals(account))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(account.value());
    }
}
