package dev.ecrbot.ecr;

import java.util.List;
import java.util.TreeSet;

/**
 * One line of the conditions under which an access is given, in IAM's words. It is met by any of its values. Immutable.
 *
 * @param operator {@code StringEquals} for example
 * @param key as written; IAM reads it in any case
 * @param values in order, each once
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">IAM:
 *     Condition</a>
 */
public record AccessCondition(String operator, String key, List<String> values) {
    public AccessCondition {
        Malformed.unless(!operator.isBlank(), "a condition has an operator", key);
        Malformed.unless(!key.isBlank(), "a condition has a key", operator);
        Malformed.unless(!values.isEmpty(), "a condition has values", key);
        values = List.copyOf(new TreeSet<>(values));
    }
}
