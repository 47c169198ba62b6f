package dev.ecrbot.rules;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configured rules, in order. Immutable. */
public final class Rules {

    private final List<Rule> rules;

    public Rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        var names = new HashSet<String>();
        this.rules.forEach(rule -> {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException("two rules are called " + rule.name());
            }
        });
    }

    /** Returns the rules in their order. */
    public List<Rule> all() {
        return rules;
    }

    /**
     * Returns the rule that decides: the first that is for such an ask, whoever asks. On a pattern of repositories a rule
     * decides only if it would decide on each of them, and if it allows patterns.
     */
    public Optional<Rule> find(Subject subject) {
        return subject.target() instanceof MatchingRepositories
                ? new PatternDecision(rules, subject).rule()
                : rules.stream().filter(rule -> rule.covers(subject)).findFirst();
    }

    /** Returns those that are for the target, or for some of the repositories that it stands for, whatever is to be done there. */
    public Rules about(String registryName, Target target) {
        return new Rules(rules.stream()
                .filter(rule -> rule.scope().repositories().stream()
                        .anyMatch(pattern -> pattern.overlaps(registryName, target)))
                .toList());
    }

    /**
     * Returns the rules that say who is told of the target: the first that is for it, whatever access it is for; of a pattern each
     * that is for some of its repositories.
     */
    public List<Rule> telling(String registryName, Target target) {
        List<Rule> some = about(registryName, target).all();
        boolean one = target.holder() == target;
        return one ? some.stream().limit(1).toList() : some;
    }

    /** Returns whether every member is told of the target, whoever that is. */
    public boolean tellsAll(String registryName, Target target) {
        return telling(registryName, target).stream()
                .allMatch(rule -> rule.handling().viewers().anyone());
    }

    /** Returns the rule with this name. */
    public Optional<Rule> named(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /**
     * Says why no rule is for this ask, by the rule that comes nearest, and what it would let in.
     *
     * @param accountNames the configured names of accounts
     */
    public Problem none(Subject subject, Map<String, AccountId> accountNames) {
        return new PatternDecision(rules, subject)
                .refusal()
                .orElseGet(() -> new NoRule(subject, accountNames).problem(rules));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rules others && rules.equals(others.rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }
}
