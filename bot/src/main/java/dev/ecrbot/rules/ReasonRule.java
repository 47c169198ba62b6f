package dev.ecrbot.rules;

import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.RuleProblems;
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
            return Optional.of(RuleProblems.reasonMissing());
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
            return Optional.of(
                    reason.isPresent()
                            ? RuleProblems.reasonOfOtherForm(expression)
                            : RuleProblems.reasonOfFormMissing(expression));
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
