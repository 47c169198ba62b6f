package dev.ecrbot.rules;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Names;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
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
        String where = "the repository " + repository.text();
        String right = String.join(", ", values());
        String value = Optional.ofNullable(tags.get(tag))
                .orElseThrow(() -> new ProblemException(new Problem(
                        Code.NO_APPROVER,
                        "Rule " + rule + " knows by the tag “" + tag + "” who decides, and " + where
                                + " has no such tag.",
                        "Have the tag “" + tag + "” set on it in AWS, to one of: " + right + ".")));
        return of(value)
                .orElseThrow(() -> new ProblemException(new Problem(
                        Code.NO_APPROVER,
                        "The tag “" + tag + "” of " + where + " is “" + Names.clean(value) + "”, and rule " + rule
                                + " doesn't say who decides there.",
                        "Have whoever runs ecr-bot add that value to approvers.people of the rule, or have the tag"
                                + " set to one of: " + right + ".")));
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
