package dev.ecrbot.rules;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a rule wants to hear as reason. */
public sealed interface ReasonRule {

    /** Returns what is wrong with the reason, if anything. */
    Optional<Problem> check(Optional<String> reason);

    /** None is needed. */
    record Free() implements ReasonRule {
        @Override
        public Optional<Problem> check(Optional<String> reason) {
            return Optional.empty();
        }
    }

    /** There has to be one. */
    record Required() implements ReasonRule {
        @Override
        public Optional<Problem> check(Optional<String> reason) {
            if (reason.filter(r -> !r.isBlank()).isPresent()) {
                return Optional.empty();
            }
            return Optional.of(new Problem(
                    Code.REASON_REQUIRED, "This needs a reason.", "Add “because …” at the end and ask again."));
        }
    }

    /**
     * The expression has to be found in it; {@code ^} and {@code $} tie it to its ends.
     *
     * @param expression a regular expression, as {@link Pattern} reads it
     */
    record Matching(String expression) implements ReasonRule {
        public Matching {
            Pattern.compile(expression);
        }

        @Override
        public Optional<Problem> check(Optional<String> reason) {
            if (reason.filter(this::found).isPresent()) {
                return Optional.empty();
            }
            return Optional.of(new Problem(
                    Code.REASON_REQUIRED,
                    reason.isPresent()
                            ? "The reason doesn't have the form that the rule asks for: " + expression
                            : "The rule asks for a reason of this form: " + expression,
                    "Add “because …” with such a reason at the end and ask again."));
        }

        private boolean found(String reason) {
            try {
                return Pattern.compile(expression)
                        .matcher(new CountedText(reason))
                        .find();
            } catch (CountedText.Spent | StackOverflowError e) {
                return false;
            }
        }
    }
}
