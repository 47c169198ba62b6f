package dev.ecrbot.policy;

import dev.ecrbot.ecr.Wildcards;
import java.util.Locale;

/**
 * Matching with {@code *} (any characters) and {@code ?} (any one character), as IAM does it for actions.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">IAM: Action</a>
 */
public final class Globs {
    private Globs() {}

    /** Returns whether the text has a wildcard in it. */
    public static boolean wild(String pattern) {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
    }

    /** Returns whether the whole text matches, upper and lower case being the same; takes at most pattern x text steps. */
    public static boolean matches(String pattern, String text) {
        return Wildcards.contain(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
    }
}
