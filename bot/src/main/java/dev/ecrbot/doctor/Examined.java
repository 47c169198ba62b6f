package dev.ecrbot.doctor;

import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.util.function.Supplier;

/**
 * One thing that was looked at, and what there was to see. Immutable.
 *
 * @param check what kind of thing it is, for machines: {@code slack.channel}, {@code aws.role}; these words don't change
 * @param subject which one it is, for people
 */
public record Examined(String check, String subject, Outcome outcome) {

    /** What there was to see. */
    public sealed interface Outcome {
        /** Hands itself to the method for its kind. */
        <T> T visit(Visitor<T> visitor);
    }

    /** Has one answer for each kind. */
    public interface Visitor<T> {
        T fine(Fine fine);

        T wrong(Wrong wrong);

        T unchecked(Unchecked unchecked);
    }

    /** It is as it has to be. */
    public record Fine(String what) implements Outcome {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.fine(this);
        }
    }

    /**
     * The bot won't work as configured until this is mended.
     *
     * @param mend what to do
     */
    public record Wrong(String what, String mend) implements Outcome {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.wrong(this);
        }
    }

    /**
     * It couldn't be looked at, which may be all right.
     *
     * @param how how to look at it by other means
     */
    public record Unchecked(String why, String how) implements Outcome {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.unchecked(this);
        }
    }

    /** Returns that it is as it has to be. */
    public static Examined fine(String check, String subject, String what) {
        return new Examined(check, subject, new Fine(what));
    }

    /** Returns that it has to be mended. */
    public static Examined wrong(String check, String subject, String what, String mend) {
        return new Examined(check, subject, new Wrong(what, mend));
    }

    /** Returns that it couldn't be looked at. */
    public static Examined unchecked(String check, String subject, String why, String how) {
        return new Examined(check, subject, new Unchecked(why, how));
    }

    /** Returns what comes of looking: what the look says, or the problem that it ran into. */
    public static Examined by(String check, String subject, Supplier<String> look) {
        try {
            return fine(check, subject, look.get());
        } catch (ProblemException e) {
            Problem problem = e.problem();
            return wrong(check, subject, problem.what(), problem.next());
        }
    }

    /** Returns whether it has to be mended. */
    public boolean isWrong() {
        return outcome instanceof Wrong;
    }
}
