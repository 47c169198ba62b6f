package dev.ecrbot.policy.plan;

import dev.ecrbot.problem.Problem;
import java.util.function.Function;

/** What planning an {@link Edit} comes to. */
public sealed interface Planned permits Plan, Planned.NothingToChange, Planned.Refused {

    /** Returns what the function for this outcome makes of it. */
    <T> T visit(
            Function<? super Plan, ? extends T> plan,
            Function<? super NothingToChange, ? extends T> nothing,
            Function<? super Refused, ? extends T> refused);

    /**
     * The policy says already what the edit would make it say.
     *
     * @param byOthers whether nothing but statements of others gives what was to be given
     */
    record NothingToChange(String why, boolean byOthers) implements Planned {

        /** What stands there is the bot's own, or isn't given. */
        public NothingToChange(String why) {
            this(why, false);
        }

        @Override
        public <T> T visit(
                Function<? super Plan, ? extends T> plan,
                Function<? super NothingToChange, ? extends T> nothing,
                Function<? super Refused, ? extends T> refused) {
            return nothing.apply(this);
        }
    }

    /** The edit can't or mustn't be made. */
    record Refused(Problem problem) implements Planned {
        @Override
        public <T> T visit(
                Function<? super Plan, ? extends T> plan,
                Function<? super NothingToChange, ? extends T> nothing,
                Function<? super Refused, ? extends T> refused) {
            return refused.apply(this);
        }
    }
}
