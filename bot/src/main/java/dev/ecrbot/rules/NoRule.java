package dev.ecrbot.rules;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.RuleProblems;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words for an ask that no rule is for. */
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
        return RuleProblems.noneForRepository(
                repository(), patterns.isEmpty() ? Optional.empty() : Optional.of(Words.list(patterns, SHOWN)));
    }

    private Problem nearest(Rule rule) {
        Set<Mismatch> mismatches = mismatches(rule);
        List<String> what = mismatches.stream().map(this::asked).toList();
        String would = mismatches.stream().map(m -> allowed(m, rule.scope())).collect(Collectors.joining("; "));
        return RuleProblems.none(rule.name(), repository(), what, would);
    }

    private String repository() {
        return subject.registryName() + "/" + subject.target().region() + ":"
                + subject.target().text();
    }

    private String asked(Mismatch mismatch) {
        return switch (mismatch) {
            case REPOSITORY -> "repository " + repository();
            case ACCESS -> "access " + subject.access().map(Access::word).orElse("all");
            case ACCOUNT ->
                subject.principal() instanceof Principal.Organization organization
                        ? "organization " + organization.path()
                        : subject.principal()
                                .account()
                                .map(account -> "account " + named(account))
                                .orElse("a principal without an account");
            case KIND ->
                PrincipalKind.of(subject.principal())
                        .map(NoRule::a)
                        .orElse("a principal that isn't a role, user, account or organization");
        };
    }

    private String allowed(Mismatch mismatch, Scope scope) {
        return switch (mismatch) {
            case REPOSITORY ->
                "repositories " + words(scope.repositories().stream().map(RepositoryPattern::toString));
            case ACCESS ->
                "access " + words(scope.access().stream().map(Access::word).sorted());
            case ACCOUNT ->
                Stream.of(
                                words(
                                        "accounts ",
                                        scope.to().accounts().stream().map(this::named)),
                                words(
                                        "organizations ",
                                        scope.to().organizations().stream().map(Object::toString)))
                        .filter(list -> !list.isEmpty())
                        .collect(Collectors.joining(", and "));
            case KIND -> words(scope.principals().stream().sorted().map(NoRule::a));
        };
    }

    private static String words(String what, Stream<String> items) {
        List<String> sorted = items.sorted().toList();
        return sorted.isEmpty() ? "" : what + words(sorted.stream());
    }

    private static String words(Stream<String> items) {
        return Words.list(items.toList(), SHOWN);
    }

    private static String a(PrincipalKind kind) {
        return switch (kind) {
            case ROLE -> "a role";
            case USER -> "a user";
            case ACCOUNT -> "a whole account";
            case ORGANIZATION -> "an organization";
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
