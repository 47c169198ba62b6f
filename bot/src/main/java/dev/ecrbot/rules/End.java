package dev.ecrbot.rules;

import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** When a grant that is asked for would end. */
public sealed interface End {

    /**
     * Returns when it would be; empty if never.
     *
     * @throws ProblemException the one that the function makes of the reason, if it can't be had like that
     */
    Optional<At> orElseThrow(Function<Problem, ProblemException> refusal);

    /** Never, until somebody revokes it. */
    record Never() implements End {
        @Override
        public Optional<At> orElseThrow(Function<Problem, ProblemException> refusal) {
            return Optional.empty();
        }
    }

    /**
     * Then.
     *
     * @param fromRule whether nobody asked for an end and the rule set it, which the card has to say
     */
    record At(Instant instant, boolean fromRule) implements End {
        @Override
        public Optional<At> orElseThrow(Function<Problem, ProblemException> refusal) {
            return Optional.of(this);
        }
    }

    /** It can't be had like that. */
    record Refused(Problem problem) implements End {
        @Override
        public Optional<At> orElseThrow(Function<Problem, ProblemException> refusal) {
            throw refusal.apply(problem);
        }
    }
}
