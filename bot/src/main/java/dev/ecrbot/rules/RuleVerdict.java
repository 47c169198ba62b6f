package dev.ecrbot.rules;

import dev.ecrbot.problem.Problem;
import java.util.Optional;

/** Whether somebody may do something. */
public sealed interface RuleVerdict {

    /** Returns why not; empty if they may. */
    Optional<Problem> refusal();

    /** They may. */
    record Allowed() implements RuleVerdict {
        @Override
        public Optional<Problem> refusal() {
            return Optional.empty();
        }
    }

    /** They may not, and the problem says why. */
    record Refused(Problem problem) implements RuleVerdict {
        @Override
        public Optional<Problem> refusal() {
            return Optional.of(problem);
        }
    }
}
