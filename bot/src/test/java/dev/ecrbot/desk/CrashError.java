package dev.ecrbot.desk;

import java.io.Serial;

/** The death of a process: an error, so that nothing in the house takes it for a failure to deal with. */
public final class CrashError extends Error {
    @Serial
    private static final long serialVersionUID = 1;

    public CrashError(String step) {
        super("died at " + step);
    }
}
