package dev.ecrbot.desk.judge;

import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.util.Optional;
import java.util.Set;

/** Judges whether people may ask. Thread-safe. */
public final class RequesterCheck {
    private final Directory directory;

    RequesterCheck(Directory directory) {
        this.directory = directory;
    }

    /** Returns why the rule doesn't let this person ask; empty if it does. Takes facts that are minutes old at most. */
    public Optional<Problem> refusal(Rule rule, PersonId person) {
        return rule.mayAsk(directory.facts(person, rule.requesters().groupsToAsk(person), Directory.Freshness.RECENT))
                .refusal();
    }

    /** Returns why the rule doesn't let this person have it at once; empty if it does. Takes facts fetched now. */
    public Optional<Problem> refusesGlass(Rule rule, PersonId person) {
        Set<String> groups = rule.approvers()
                .glass()
                .map(glass -> glass.people().groupsToAsk(person))
                .orElse(Set.of());
        return rule.mayBreakGlass(directory.facts(person, groups, Directory.Freshness.LIVE))
                .refusal();
    }

    /** As {@link #refusal(Rule, PersonId)}, for this reason. */
    public Optional<Problem> refusal(Rule rule, PersonId person, Optional<String> reason) {
        return refusal(rule, person).or(() -> rule.checkReason(reason));
    }
}
