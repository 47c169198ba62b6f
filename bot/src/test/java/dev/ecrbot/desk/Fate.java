package dev.ecrbot.desk;

/** Decides when a process dies: asked at each of its steps out into the world, before the step and after it. */
@FunctionalInterface
public interface Fate {
    public Fate KIND = step -> {};

    /**
     * Returns if the process lives on.
     *
     * @throws CrashError if it dies here, or has died before
     */
    public void at(String step);

    /** Returns whether what is committed now is answered all the same, and won't be there any more when it dies. */
    public default boolean forgets() {
        return false;
    }
}
