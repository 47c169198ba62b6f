package dev.ecrbot.rules;

import dev.ecrbot.problem.Problem;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a person at the moment a verdict on them is needed.
 *
 * @param groups by the user group's id (S…); one that is missing counts as unknown
 */
public record Facts(PersonId person, Standing standing, Map<String, Membership> groups) {
    public Facts {
        groups = Map.copyOf(groups);
        if (person.isMachine() != standing.isOfMachines()) {
            throw new IllegalArgumentException("what a person can be, no machine is");
        }
    }

    /** Returns whether the person is in this user group. */
    public Membership in(String group) {
        return groups.getOrDefault(group, Membership.UNKNOWN);
    }

    /**
     * Returns why this person is refused before any rule is asked: guests, strangers, bots, the deactivated and unknown, and machines,
     * since nothing but what {@link #refusesAsking} is for is for them.
     */
    public Optional<Problem> refusal() {
        return standing.refusal(person);
    }

    /** Returns why they may neither ask nor look, whatever the rules say: as {@link #refusal}, but for machines. */
    public Optional<Problem> refusesAsking() {
        return standing == Standing.MACHINE ? Optional.empty() : refusal();
    }
}
