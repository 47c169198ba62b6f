package dev.ecrbot.ecr;

/**
 * How patterns with {@code *} (any characters or none) and {@code ?} (any one) lie to each other, taken as the sets of all
 * texts that they match. Upper and lower case differ. Takes at most the product of both lengths in steps.
 */
public final class Wildcards {
    private Wildcards() {}

    /**
     * Returns whether the outer pattern matches every text that the inner one does. Exact where the outer one has no
     * {@code ?}; with one it may say no where yes would be right.
     */
    public static boolean contain(String outer, String inner) {
        // An inner star may stand for characters that the outer one never names, so only an outer star takes it in.
        var from = new boolean[outer.length() + 1][inner.length() + 1];
        for (int o = outer.length(); o >= 0; o--) {
            for (int i = inner.length(); i >= 0; i--) {
                if (o == outer.length()) {
                    from[o][i] = i == inner.length();
                } else if (outer.charAt(o) == '*') {
                    from[o][i] = from[o + 1][i] || (i < inner.length() && from[o][i + 1]);
                } else {
                    from[o][i] = i < inner.length()
                            && inner.charAt(i) != '*'
                            && (outer.charAt(o) == '?' || outer.charAt(o) == inner.charAt(i))
                            && from[o + 1][i + 1];
                }
            }
        }
        return from[0][0];
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
