package dev.ecrbot.desk.judge;

import dev.ecrbot.ecr.Target;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Rules;
import java.util.HashSet;
import java.util.Optional;

/**
 * Judges who is told how things are with a repository. The first rule decides that is for it, whatever access the rule is for;
 * about a pattern each rule does that is for some of its repositories. Where no rule is, every member is told. Thread-safe.
 */
public final class ViewerCheck {
    private final Rules rules;
    private final Directory directory;

    ViewerCheck(Rules rules, Directory directory) {
        this.rules = rules;
        this.directory = directory;
    }

    /** Returns whether some rule keeps some members from looking. */
    public boolean isNarrow() {
        return rules.all().stream().anyMatch(rule -> !rule.handling().viewers().anyone());
    }

    /**
     * Lets those pass who may look.
     *
     * @throws ProblemException for all others
     */
    public void check(PersonId person, String registry, Target target) {
        refusal(person, registry, target).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    /** Returns why this person isn't told; empty if they are. Takes facts that are minutes old at most. */
    public Optional<Problem> refusal(PersonId person, String registry, Target target) {
        return rules.telling(registry, target).stream()
                .filter(rule -> !rule.handling().viewers().anyone())
                .flatMap(rule -> rule.mayView(facts(rule, person)).refusal().stream())
                .findFirst();
    }

    /** Returns whether every member is told, whoever that is; asks nobody. */
    public boolean isOpen(String registry, Target target) {
        return rules.tellsAll(registry, target);
    }

    private Facts facts(Rule rule, PersonId person) {
        var groups = new HashSet<>(rule.handling().viewers().groupsToAsk(person));
        groups.addAll(rule.approvers().people().groupsToAsk(person));
        return directory.facts(person, groups, Directory.Freshness.RECENT);
    }
}
