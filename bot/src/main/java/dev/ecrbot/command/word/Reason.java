package dev.ecrbot.command.word;

import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.Optional;

/** Why somebody asks, in their words: one line, cleaned, not too long. */
public final class Reason {
    /** How many characters it may have. */
    public static final int LONGEST = 300;

    private Reason() {}

    public static Optional<String> read(String typed) {
        if (typed.isEmpty()) {
            throw new ProblemException(CommandProblems.noReason());
        }
        if (typed.length() > LONGEST) {
            throw new ProblemException(CommandProblems.reasonTooLong(typed.length(), LONGEST));
        }
        return Optional.of(typed);
    }

    public static void check(Optional<String> reason) {
        if (reason.filter(r -> r.isBlank() || r.length() > LONGEST).isPresent()) {
            throw new IllegalArgumentException("a reason has 1 to " + LONGEST + " characters");
        }
    }

    public static String text(Optional<String> reason) {
        return reason.map(r -> " because " + r).orElse("");
    }
}
