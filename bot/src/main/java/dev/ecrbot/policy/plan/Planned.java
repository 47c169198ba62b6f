package dev.ecrbot.policy.plan;

import dev.ecrbot.problem.Problem;

/** What planning an {@link Edit} comes to. */
public sealed interface Planned permits Plan, Planned.NothingToChange, Planned.Refused {

    /** The policy says already what the edit would make it say. */
    record NothingToChange(String why) implements Planned {}

    /** The edit can't or mustn't be made. */
    record Refused(Problem problem) implements Planned {}
}
