package dev.ecrbot.time;

import java.time.Duration;

/** Is told how long each thing of one kind took. Must be quick and throw nothing; called from many threads. */
@FunctionalInterface
public interface Took {

    /** Nobody wants to know. No constant: Java keeps no lambda in its cache whose interface has something to be initialised. */
    static Took unheard() {
        return (what, outcome, time) -> {};
    }

    /**
     * Something came to its end.
     *
     * @param what one of few words
     * @param outcome one of few words, too
     */
    void took(String what, String outcome, Duration time);

    /** As the other, for what began then on {@link System#nanoTime}. */
    default void since(long began, String what, String outcome) {
        took(what, outcome, Duration.ofNanos(System.nanoTime() - began));
    }
}
