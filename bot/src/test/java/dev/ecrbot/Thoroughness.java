package dev.ecrbot;

/** How much of what takes long is tried: a sample in each build, and all of it under the profile {@code full}. */
public enum Thoroughness {
    SAMPLE,
    FULL;

    public static Thoroughness ofThisRun() {
        return Boolean.getBoolean("tests.full") ? FULL : SAMPLE;
    }

    /** Returns how much of it this run tries. */
    public int of(int sample, int all) {
        return this == FULL ? all : sample;
    }
}
