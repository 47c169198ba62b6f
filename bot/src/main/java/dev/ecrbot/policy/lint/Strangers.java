package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.Unresolved;
import dev.ecrbot.policy.operator.Operators;
import dev.ecrbot.policy.operator.Values;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells whether a condition keeps out those of whom the policy's author never heard. What they can choose themselves keeps
 * nobody out: a role's name or tags, a session's name, a user agent, addresses inside a network of their own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">IAM: wildcards in
 *     the values of sensitive condition keys</a>
 */
final class Strangers {
    private static final Pattern ACCOUNT = Pattern.compile("(^|:)[0-9]{12}(:|$)");
    private static final Pattern OF_RESOURCE =
            Pattern.compile("\\$\\{\\s*aws:Resource(Account|OrgID|OrgPaths)\\s*}.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_PRINCIPAL =
            Pattern.compile("\\$\\{\\s*aws:Principal(Account|OrgID|OrgPaths)\\s*}.*", Pattern.CASE_INSENSITIVE);
    /** Nobody has so many addresses: a range with fewer bits than these holds strangers. */
    private static final int FEWEST_BITS_V4 = 8;

    private static final int FEWEST_BITS_V6 = 16;

    private Strangers() {}

    /** Returns whether one of the conditions keeps strangers out. */
    static boolean keptOut(List<Condition> conditions) {
        return conditions.stream().anyMatch(condition -> keepsOut(condition, conditions));
    }

    /** Returns whether the condition keeps strangers out, given the others beside it. */
    static boolean keepsOut(Condition condition, List<Condition> beside) {
        String operator = condition.operator();
        boolean needed = Operators.needsKey(operator)
                || (!negated(operator) && (always(fold(condition.key())) || asked(condition.key(), beside)));
        return !negated(operator) && needed && names(condition);
    }

    /** Returns whether the condition is met by every stranger, as one is that begins “unless”. */
    static boolean meets(Condition condition) {
        String operator = condition.operator();
        String key = fold(condition.key());
        if (key.equals("aws:principalisawsservice") || key.equals("aws:viaawsservice")) {
            return operator.startsWith("Bool")
                    && condition.values().stream().allMatch(value -> value.equalsIgnoreCase("false"));
        }
        return negated(operator) && names(condition);
    }

    private static boolean negated(String operator) {
        return operator.contains("Not") || operator.equals("Null");
    }

    // Every identity of an account has these, so that IfExists changes nothing.
    private static boolean always(String key) {
        return key.equals("aws:principalarn") || key.equals("aws:principalaccount");
    }

    private static boolean asked(String key, List<Condition> beside) {
        return beside.stream().anyMatch(other -> other.key().equalsIgnoreCase(key) && KeyCheck.asksFor(other));
    }

    /** Returns whether each of the values names somebody or some place in particular. */
    private static boolean names(Condition condition) {
        String key = fold(condition.key());
        boolean literal = Values.letterByLetter(condition.operator());
        return condition.values().stream().allMatch(value -> names(key, literal, value));
    }

    private static boolean names(String key, boolean literal, String value) {
        // What is open is filled with something, and a variable that there isn't with nothing that anybody has.
        if (Unresolved.in(value) || VariableCheck.unknown(value)) {
            return true;
        }
        if (value.contains("${")) {
            return key.startsWith("aws:resource")
                    ? OF_PRINCIPAL.matcher(value).matches()
                    : OF_RESOURCE.matcher(value).matches();
        }
        return switch (key) {
            case "aws:principalaccount",
                    "aws:sourceaccount",
                    "aws:vpceaccount",
                    "aws:principalorgid",
                    "aws:sourceorgid",
                    "aws:vpceorgid",
                    "aws:sourcevpc",
                    "aws:sourcevpce",
                    "aws:ec2instancesourcevpc",
                    "aws:principalservicename",
                    "aws:principalservicenameslist" -> literal || !Globs.wild(value);
            case "aws:principalorgpaths", "aws:sourceorgpaths", "aws:vpceorgpaths" ->
                literal || !Globs.wild(value.split("/", 2)[0]);
            case "aws:principalarn",
                    "aws:sourcearn",
                    "aws:sourcevpcarn",
                    "ec2:sourceinstancearn",
                    "lambda:sourcefunctionarn",
                    "codebuild:projectarn",
                    "codebuild:buildarn",
                    "ssm:sourceinstancearn" -> literal || ACCOUNT.matcher(value).find() || bucket(value);
            case "aws:sourceip" -> narrow(value);
            case "aws:userid" -> literal || !Globs.wild(value.split(":", 2)[0]);
            case "aws:principalisawsservice" -> value.equalsIgnoreCase("true");
            default -> false;
        };
    }

    // The names of buckets belong to one account in the world, and their ARNs don't name it.
    private static boolean bucket(String arn) {
        return arn.startsWith("arn:")
                && arn.contains(":s3:::")
                && !Globs.wild(arn.split(":::", 2)[1].split("/", 2)[0]);
    }

    private static boolean narrow(String range) {
        int fewest = range.indexOf(':') < 0 ? FEWEST_BITS_V4 : FEWEST_BITS_V6;
        return Values.bits(range).map(bits -> bits >= fewest).orElse(true);
    }

    private static String fold(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
