package dev.ecrbot.command;

import dev.ecrbot.command.word.Reason;
import dev.ecrbot.command.word.Until;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Find what somebody wants to change who names no request, but what it is about; nothing is changed by that.
 *
 * @param words what it is known by: an access, a repository, an account, a role. Without any, it is about all that is theirs
 * @param until the end that they want it to have; none where they didn't say
 * @param more whether that counts from the end that it has, and not from now
 */
public record Which(Step step, List<String> words, Until until, boolean more, Optional<String> reason)
        implements Command {
    /** So many words at most. */
    public static final int MOST = 40;

    static final String WORD = "which";
    static final String MORE = "more";

    /** What is to be done with it. */
    public enum Step {
        EXTEND,
        END,
        UNDO,
        CANCEL,
        SHORTEN;

        /** Returns the word that people type. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the step with this word, in any case. */
        public static Optional<Step> byWord(String word) {
            return Arrays.stream(values())
                    .filter(step -> step.word().equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    public Which {
        words = List.copyOf(words);
        Reason.check(reason);
        if (words.size() > MOST || words.stream().anyMatch(word -> word.isBlank() || word.contains("\""))) {
            throw new IllegalArgumentException("at most " + MOST + " words, without quotes in them");
        }
    }

    @Override
    public String text() {
        String about = words.stream().map(word -> " \"" + word + "\"").collect(Collectors.joining());
        String end = until.text().isEmpty() ? "" : " " + until.text();
        return step.word() + " " + WORD + about + (more ? " " + MORE : "") + end + Reason.text(reason);
    }

    @Override
    public <T> T visit(CommandVisitor<T> visitor) {
        return visitor.which(this);
    }
}
