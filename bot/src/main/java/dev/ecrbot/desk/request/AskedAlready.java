package dev.ecrbot.desk.request;

import java.io.Serial;

/** An open request with the same ask key is there. */
public final class AskedAlready extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public AskedAlready() {
        super("an open request has the same ask key");
    }
}
