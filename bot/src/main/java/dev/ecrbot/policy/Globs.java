package dev.ecrbot.policy;

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
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && fits(pattern.charAt(p), text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean fits(char pattern, char text) {
        // A star in the text is itself a pattern, which a single character doesn't contain.
        return (pattern == '?' && text != '*') || Character.toLowerCase(pattern) == Character.toLowerCase(text);
    }
}
