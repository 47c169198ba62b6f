package dev.ecrbot.rules;

import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.RuleProblems;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds the rule that decides on a pattern of repositories: the one that would decide on each of them by itself. So its own
 * repositories have to contain the pattern, and no earlier rule may be for some of it.
 */
final class PatternDecision {
    private static final int SHOWN = 8;

    private final List<Rule> rules;
    private final Subject subject;

    PatternDecision(List<Rule> rules, Subject subject) {
        this.rules = rules;
        this.subject = subject;
    }

    Optional<Rule> rule() {
        return first().filter(this::contains).filter(this::allows);
    }

    /** Returns why no rule decides on the pattern; empty if no rule is for any of it, or if it is none. */
    Optional<Problem> refusal() {
        return first().filter(rule -> subject.target() instanceof MatchingRepositories)
                .flatMap(this::refusal);
    }

    private Optional<Problem> refusal(Rule first) {
        if (!contains(first)) {
            return Optional.of(rules.stream()
                    .filter(rule -> isFor(rule) && contains(rule))
                    .findFirst()
                    .map(later -> overlap(first, later))
                    .orElseGet(() -> tooWide(first)));
        }
        return allows(first) ? Optional.empty() : Optional.of(notAllowed(first));
    }

    /** Returns the first rule that would decide on some repository of the pattern. */
    private Optional<Rule> first() {
        return rules.stream().filter(this::isFor).findFirst();
    }

    private boolean isFor(Rule rule) {
        var others = EnumSet.noneOf(Mismatch.class);
        others.addAll(Mismatch.between(rule.scope(), subject));
        others.remove(Mismatch.REPOSITORY);
        return others.isEmpty() && rule.scope().overlaps(subject);
    }

    private boolean contains(Rule rule) {
        return rule.scope().contains(subject);
    }

    private boolean allows(Rule rule) {
        return rule.scope().patterns() || subject.kind() == Subject.Kind.REVOKE;
    }

    private Problem notAllowed(Rule rule) {
        return RuleProblems.noPatterns(rule.name(), asked());
    }

    private Problem tooWide(Rule rule) {
        return RuleProblems.patternTooWide(asked(), rule.name(), patterns(rule));
    }

    private Problem overlap(Rule first, Rule later) {
        return RuleProblems.patternOverlaps(later.name(), asked(), first.name(), patterns(first));
    }

    private static String patterns(Rule rule) {
        return Words.list(
                rule.scope().repositories().stream()
                        .map(RepositoryPattern::toString)
                        .toList(),
                SHOWN);
    }

    private String asked() {
        return subject.registryName() + "/" + subject.target().region() + ":"
                + subject.target().text();
    }
}
