package dev.ecrbot.command.word;

import dev.ecrbot.problem.Code;
import java.util.Optional;

/** Why somebody asks, in their words: one line, cleaned, not too long. */
public final class Reason {
    /** How many characters it may have. */
    public static final int LONGEST = 300;

    private Reason() {}

    public static Optional<String> read(String typed) {
        if (typed.isEmpty()) {
            throw Misread.of(
                    Code.COMMAND_MALFORMED,
                    "There is no reason after “because”.",
                    "Say why in a few words, for example “because nightly build”, or leave “because” out.");
        }
        if (typed.length() > LONGEST) {
            throw Misread.of(
                    Code.COMMAND_MALFORMED,
                    "The reason after “because” has " + typed.length() + " characters; at most " + LONGEST
                            + " are allowed.",
                    "Say it shorter, for example “because nightly build”, and link to the rest.");
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
