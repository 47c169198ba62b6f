package dev.ecrbot.policy.operator;

import java.util.BitSet;

/**
 * What a condition asks of a text: a glob and how it is read. It can be run over a text character by character, so that
 * several can be run at once over all texts there are.
 */
public final class Pattern {
    private static final int ARN_COLONS = 5;
    private final Glob glob;
    private final Mode mode;
    /** How many characters at the beginning hold wildcards that don't stand for colons. */
    private final int narrow;

    /** How a glob is read. */
    public enum Mode {
        /** Every character stands for itself. */
        EQUALS,
        /** Every character stands for itself and for the same letter in the other case. */
        EQUALS_IGNORE_CASE,
        LIKE,
        /** Part by part: in the first five parts of an ARN no wildcard stands for a colon. */
        ARN
    }

    public Pattern(Glob glob, Mode mode) {
        this.glob = glob;
        this.mode = mode;
        this.narrow = mode == Mode.ARN ? afterColons(glob.text()) : 0;
    }

    /** Returns what matches this text only. */
    public static Pattern plain(String text) {
        return new Pattern(Glob.of(text), Mode.EQUALS);
    }

    /** Returns whether it is one that can be compared: what is compared with ARNs has to have six parts. */
    public boolean isSound() {
        return mode != Mode.ARN || narrow > 0;
    }

    public String text() {
        return glob.text();
    }

    /** Returns whether it can match more than one text. */
    public boolean isWide() {
        return switch (mode) {
            case EQUALS -> false;
            case EQUALS_IGNORE_CASE -> true;
            case LIKE, ARN -> !glob.isPlain();
        };
    }

    public boolean matches(String other) {
        BitSet at = start();
        for (int index = 0; index < other.length() && !at.isEmpty(); index++) {
            at = step(at, other.charAt(index));
        }
        return accepts(at);
    }

    /** Returns the places in the glob at which a text may be after its beginning, of which nothing is read yet. */
    BitSet start() {
        var places = new BitSet();
        enter(places, 0);
        return places;
    }

    /** Returns the places after one more character. */
    BitSet step(BitSet places, char c) {
        var next = new BitSet();
        for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
            if (at < glob.text().length()) {
                boolean open = c != ':' || at >= narrow;
                if (isStar(at)) {
                    if (open) {
                        enter(next, at);
                    }
                } else if (isMark(at) ? open : same(glob.text().charAt(at), c)) {
                    enter(next, at + 1);
                }
            }
        }
        return next;
    }

    /** Returns whether a text that ends at one of the places is matched. */
    boolean accepts(BitSet places) {
        return places.get(glob.text().length());
    }

    private void enter(BitSet places, int from) {
        int at = from;
        places.set(at);
        while (isStar(at)) {
            at++;
            places.set(at);
        }
    }

    private boolean isStar(int at) {
        return isWild(at, '*');
    }

    private boolean isMark(int at) {
        return isWild(at, '?');
    }

    private boolean isWild(int at, char which) {
        return (mode == Mode.LIKE || mode == Mode.ARN) && glob.isWild(at, which);
    }

    private boolean same(char one, char other) {
        return one == other
                || (mode == Mode.EQUALS_IGNORE_CASE
                        && Character.toLowerCase(Character.toUpperCase(one))
                                == Character.toLowerCase(Character.toUpperCase(other)));
    }

    private static int afterColons(String text) {
        int at = -1;
        for (int colons = 0; colons < ARN_COLONS; colons++) {
            at = text.indexOf(':', at + 1);
            if (at < 0) {
                return 0;
            }
        }
        return at + 1;
    }
}
