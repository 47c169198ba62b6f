package dev.ecrbot.machine.client;

import java.io.IOException;

/** Proves to the bot which machine this is. */
@FunctionalInterface
public interface Credential {
    /**
     * Returns an Authorization header that is good now; a secret.
     *
     * @throws IOException if there is none
     */
    String authorization() throws IOException;
}
