package dev.ecrbot.policy.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables in a policy's texts.
 *
 * @param context the request's keys, in lower case
 */
record BruteVariables(Map<String, List<String>> context) {
    /** Keys that may have several values. */
    static final List<String> MANY = List.of("aws:tagkeys", "aws:principalorgpaths");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    /** Returns the text with the values of the request in place of its variables; nothing if one of them has none. */
    Optional<String> filled(String text) {
        Matcher variable = VARIABLE.matcher(text);
        var filled = new StringBuilder();
        while (variable.find()) {
            String key = variable.group(1).toLowerCase(Locale.ROOT);
            if (key.equals("*")) {
                variable.appendReplacement(filled, String.valueOf(BruteGlob.STAR));
                continue;
            }
            List<String> values = context.get(key);
            if (values == null) {
                return Optional.empty();
            }
            variable.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(
                            values.get(0).replace('*', BruteGlob.STAR).replace('?', BruteGlob.MARK)));
        }
        return Optional.of(variable.appendTail(filled).toString());
    }

    /** Returns whether a variable stands for a key that may have several values: IAM doesn't say for which of them. */
    boolean areOpen(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(variable -> variable.group(1).toLowerCase(Locale.ROOT))
                .anyMatch(key -> MANY.contains(key) && context.containsKey(key));
    }
}
