package dev.ecrbot.policy.evaluation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Globs as IAM has them. */
final class BruteGlob {
    /** What stands for a star and a question mark that came out of a variable, and are no wildcards. */
    static final char STAR = '\ue000';

    static final char MARK = '\ue001';

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private BruteGlob() {}

    static boolean matches(String glob, String text, boolean anyCase) {
        if (glob.indexOf('*') < 0 && glob.indexOf('?') < 0) {
            return anyCase ? glob.equalsIgnoreCase(text) : plain(glob).equals(text);
        }
        return PATTERNS.computeIfAbsent(glob + anyCase, g -> pattern(glob, anyCase))
                .matcher(text)
                .matches();
    }

    static String plain(String filled) {
        return filled.replace(STAR, '*').replace(MARK, '?');
    }

    private static Pattern pattern(String glob, boolean anyCase) {
        var pattern = new StringBuilder();
        glob.chars()
                .mapToObj(Character::toString)
                .forEach(c -> pattern.append(c.equals("*") ? ".*" : c.equals("?") ? "." : Pattern.quote(plain(c))));
        return Pattern.compile(pattern.toString(), anyCase ? Pattern.CASE_INSENSITIVE : 0);
    }
}
