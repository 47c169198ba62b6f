package dev.ecrbot.interview;

/** There is no answer to be had any more. */
public final class GaveUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    GaveUp(String why) {
        super(why);
    }
}
