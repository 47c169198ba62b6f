package dev.ecrbot.rules;

import dev.ecrbot.problem.Problem;
import java.time.Instant;

/** When a grant that is asked for would end. */
public sealed interface End {

    /** Never, until somebody revokes it. */
    record Never() implements End {}

    /**
     * Then.
     *
     * @param fromRule whether nobody asked for an end and the rule set it, which the card has to say
     */
    record At(Instant instant, boolean fromRule) implements End {}

    /** It can't be had like that. */
    record Refused(Problem problem) implements End {}
}
