package dev.ecrbot.problem.phrase;

import dev.ecrbot.ecr.Target;
import java.util.Collection;

/** What of several things that somebody asked for at once wasn't asked for, and why. */
public final class BundleWords {
    private BundleWords() {}

    /**
     * Returns how one of them is named.
     *
     * @param principal as AWS writes it
     */
    public static String one(Target target, String principal) {
        return target.text() + " for " + principal;
    }

    /** @param why one or two sentences */
    public static String leftOut(String one, String why) {
        return one + ": " + why;
    }

    public static String waits(String one, String request) {
        return one + " waits already, as " + request + ".";
    }

    /** Goes on after the request that was made of the others. */
    public static String notAskedFor(Collection<String> leftOut) {
        return "was asked for. Not asked for: " + String.join(" ", leftOut);
    }
}
