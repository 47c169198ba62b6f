package dev.ecrbot.desk.apply;

import java.time.Duration;

/** Lets time pass; tests let it pass at once. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Returns after this time.
     *
     * @throws dev.ecrbot.problem.ProblemException with {@code STOPPING} where the bot ends before that
     */
    void of(Duration time);
}
