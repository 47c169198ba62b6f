package dev.ecrbot.command.word;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.util.Collection;

/** Makes the problems of this room, and quotes what was typed in them. */
public final class Misread {
    private static final int QUOTED = 60;
    private static final int LISTED = 10;

    private Misread() {}

    public static ProblemException of(Code code, String what, String next) {
        return new ProblemException(new Problem(code, what, next));
    }

    /** Quotes a typed text, cut to a length that leaves the sentence around it readable. */
    public static String quote(String typed) {
        if (typed.length() <= QUOTED) {
            return "“" + typed + "”";
        }
        // Half of a surrogate pair would be a broken character.
        int end = Character.isHighSurrogate(typed.charAt(QUOTED - 1)) ? QUOTED - 1 : QUOTED;
        return "“" + typed.substring(0, end) + "…”";
    }

    /** Lists configured names, cut where a list gets too long to read. */
    public static String list(Collection<String> names) {
        String shown = String.join(", ", names.stream().limit(LISTED).toList());
        return names.size() > LISTED ? shown + " and " + (names.size() - LISTED) + " more" : shown;
    }
}
