package dev.ecrbot.policy.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text in which some characters are wildcards; upper and lower case differ. Matching takes at most pattern x text
 * steps.
 */
public final class Glob {
    private final String text;
    private final boolean[] wild;
    private final boolean plain;

    public Glob(String text, boolean[] wild) {
        this.text = text;
        this.wild = wild;
        boolean any = false;
        for (boolean one : wild) {
            any |= one;
        }
        this.plain = !any;
    }

    /** Returns the text with its stars and question marks as wildcards. */
    public static Glob of(String text) {
        var wild = new boolean[text.length()];
        for (int at = 0; at < wild.length; at++) {
            wild[at] = text.charAt(at) == '*' || text.charAt(at) == '?';
        }
        return new Glob(text, wild);
    }

    public String text() {
        return text;
    }

    public boolean matches(String other) {
        return plain ? text.equals(other) : matchesWild(other);
    }

    /** Returns whether no character is a wildcard. */
    boolean isPlain() {
        return plain;
    }

    /** Returns what matches every text that begins so. */
    public static Glob beginning(String text) {
        var wild = new boolean[text.length() + 1];
        wild[text.length()] = true;
        return new Glob(text + '*', wild);
    }

    private boolean matchesWild(String other) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < other.length()) {
            if (isWild(p, '*')) {
                star = p++;
                resume = t;
            } else if (isWild(p, '?') || (p < wild.length && !wild[p] && text.charAt(p) == other.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (isWild(p, '*')) {
            p++;
        }
        return p == wild.length;
    }

    /** Returns the parts between colons; the last of at most so many keeps its colons. */
    public List<Glob> split(int most) {
        var parts = new ArrayList<Glob>();
        int from = 0;
        for (int at = 0; at < wild.length && parts.size() < most - 1; at++) {
            if (text.charAt(at) == ':') {
                parts.add(part(from, at));
                from = at + 1;
            }
        }
        parts.add(part(from, wild.length));
        return parts;
    }

    private Glob part(int from, int to) {
        return new Glob(text.substring(from, to), Arrays.copyOfRange(wild, from, to));
    }

    /** Returns whether there is this wildcard at a place, which may lie beyond the end. */
    boolean isWild(int at, char which) {
        return at >= 0 && at < wild.length && wild[at] && text.charAt(at) == which;
    }
}
