package dev.ecrbot.ecr;

/**
 * How patterns with {@code *} (any characters or none) and {@code ?} (any one) lie to each other, taken as the sets of all
 * texts that they match. Upper and lower case differ. Takes at most the product of both lengths in steps.
 */
public final class Wildcards {
    private Wildcards() {}

    /**
     * Returns whether the outer pattern matches every text that the inner one does; so for an inner one without wildcards,
     * whether it matches that text. Exact where the outer one has no {@code ?}, or the inner one no {@code *}; else it may say
     * no where yes would be right.
     */
    public static boolean contain(String outer, String inner) {
        int o = 0;
        int i = 0;
        int star = -1;
        int resume = 0;
        while (i < inner.length()) {
            if (o < outer.length() && outer.charAt(o) == '*') {
                star = o++;
                resume = i;
            } else if (o < outer.length() && takesIn(outer.charAt(o), inner.charAt(i))) {
                o++;
                i++;
            } else if (star >= 0) {
                o = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (o < outer.length() && outer.charAt(o) == '*') {
            o++;
        }
        return o == outer.length();
    }

    private static boolean takesIn(char outer, char inner) {
        // An inner star may stand for characters that the outer one never names, so only an outer star takes it in.
        return inner != '*' && (outer == '?' || outer == inner);
    }

    /** Returns whether there is a text that both match. Exact. */
    public static boolean overlap(String one, String other) {
        var from = new boolean[one.length() + 1][other.length() + 1];
        for (int a = one.length(); a >= 0; a--) {
            for (int b = other.length(); b >= 0; b--) {
                boolean more = a < one.length() && b < other.length();
                if (a == one.length() && b == other.length()) {
                    from[a][b] = true;
                } else if (a < one.length() && one.charAt(a) == '*') {
                    from[a][b] = from[a + 1][b] || (b < other.length() && from[a][b + 1]);
                } else if (b < other.length() && other.charAt(b) == '*') {
                    from[a][b] = from[a][b + 1] || (more && from[a + 1][b]);
                } else {
                    from[a][b] = more && fit(one.charAt(a), other.charAt(b)) && from[a + 1][b + 1];
                }
            }
        }
        return from[0][0];
    }

    private static boolean fit(char one, char other) {
        return one == '?' || other == '?' || one == other;
    }
}
