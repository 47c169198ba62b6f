package dev.ecrbot.desk.live;

import dev.ecrbot.problem.Problem;

/** What became of a write, as far as its answer tells. */
public sealed interface WriteAnswer {

    /** AWS took it. {@code awsRequestId} is empty where AWS sent none. */
    record Taken(String awsRequestId) implements WriteAnswer {}

    /** AWS refused it: nothing was changed. */
    record NotTaken(Problem problem, String awsRequestId) implements WriteAnswer {}

    /** The answer got lost: it may have taken effect, or may still do so. */
    record Lost(Problem problem) implements WriteAnswer {}
}
