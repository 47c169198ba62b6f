package dev.ecrbot.desk.live;

import dev.ecrbot.problem.Problem;
import java.util.function.Function;

/** What became of a write, as far as its answer tells. */
public sealed interface WriteAnswer {

    /** Returns what the function for this answer makes of it. */
    <T> T visit(
            Function<? super Taken, ? extends T> taken,
            Function<? super NotTaken, ? extends T> notTaken,
            Function<? super Lost, ? extends T> lost);

    /** AWS took it. {@code awsRequestId} is empty where AWS sent none. */
    record Taken(String awsRequestId) implements WriteAnswer {
        @Override
        public <T> T visit(
                Function<? super Taken, ? extends T> taken,
                Function<? super NotTaken, ? extends T> notTaken,
                Function<? super Lost, ? extends T> lost) {
            return taken.apply(this);
        }
    }

    /** AWS refused it, or never heard of it: nothing was changed. */
    record NotTaken(Problem problem, String awsRequestId, Again again) implements WriteAnswer {
        @Override
        public <T> T visit(
                Function<? super Taken, ? extends T> taken,
                Function<? super NotTaken, ? extends T> notTaken,
                Function<? super Lost, ? extends T> lost) {
            return notTaken.apply(this);
        }
    }

    /** The answer got lost: it may have taken effect, or may still do so. */
    record Lost(Problem problem) implements WriteAnswer {
        @Override
        public <T> T visit(
                Function<? super Taken, ? extends T> taken,
                Function<? super NotTaken, ? extends T> notTaken,
                Function<? super Lost, ? extends T> lost) {
            return lost.apply(this);
        }
    }

    /** Whether AWS may take what it has refused, once the policy was read and the change planned again. */
    enum Again {
        /** It refused what was sent. */
        NEVER,
        /** Within seconds: it hasn't heard of a principal that may be new. */
        SOON,
        /** Within minutes: it is asked too much, or can't be reached. */
        LATER
    }
}
