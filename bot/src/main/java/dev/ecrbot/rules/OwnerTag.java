package dev.ecrbot.rules;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RuleProblems;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A tag of repositories that says who decides. Immutable.
 *
 * @param tag its key
 * @param people who decides, by the tag's value
 */
public record OwnerTag(String tag, Map<String, People> people) {
    /** @throws IllegalArgumentException if it says of no value who decides */
    public OwnerTag {
        people = Map.copyOf(people);
        if (tag.isBlank() || people.isEmpty()) {
            throw new IllegalArgumentException("a tag that says nothing of anybody");
        }
    }

    /** Returns who decides where the tag has this value. */
    public Optional<People> of(String value) {
        return Optional.ofNullable(people.get(value));
    }

    /**
     * Returns who decides on the repository.
     *
     * @param rule the name of the rule that goes by the tag
     * @param tags those of the repository
     * @throws ProblemException if they don't say
     */
    public People deciding(String rule, Repository repository, Map<String, String> tags) {
        String value = Optional.ofNullable(tags.get(tag))
                .orElseThrow(() -> new ProblemException(RuleProblems.noOwnerTag(rule, tag, repository, values())));
        return of(value)
                .orElseThrow(() -> new ProblemException(
                        RuleProblems.ownerTagUnknown(tag, repository, PrincipalLabels.clean(value), rule, values())));
    }

    /** Returns the values in order. */
    public Collection<String> values() {
        return new TreeMap<>(people).keySet();
    }

    /** Returns everybody who decides somewhere. */
    public People all() {
        return people.values().stream().reduce(People::and).orElseThrow();
    }
}
