package dev.ecrbot.problem;

import java.util.Collection;

/** How problems name what somebody typed, and the names that can be typed instead. */
final class Typed {
    private static final int QUOTED = 60;
    private static final int LISTED = 10;

    private Typed() {}

    /** Quotes a typed text, cut to a length that leaves the sentence around it readable. */
    static String quote(String typed) {
        if (typed.length() <= QUOTED) {
            return "“" + typed + "”";
        }
        // Half of a surrogate pair would be a broken character.
        int end = Character.isHighSurrogate(typed.charAt(QUOTED - 1)) ? QUOTED - 1 : QUOTED;
        return "“" + typed.substring(0, end) + "…”";
    }

    /** Says how many there are of what is named by a word with an s in the plural. */
    static String number(long many, String one) {
        return many + " " + one + (many == 1 ? "" : "s");
    }

    /** Lists configured names, cut where a list gets too long to read. */
    static String list(Collection<String> names) {
        String shown = String.join(", ", names.stream().limit(LISTED).toList());
        return names.size() > LISTED ? shown + " and " + (names.size() - LISTED) + " more" : shown;
    }
}
