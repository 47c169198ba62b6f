package dev.ecrbot.machine.client;

import dev.ecrbot.ecr.Region;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Signs calls of AWS with the credentials of whoever runs this. */
public interface CallSigner {
    /** Returns the Region that the environment names. */
    Optional<Region> region();

    /**
     * Signs a POST with Signature Version 4.
     *
     * @param headers what the signature has to cover beside what it always does
     * @return all headers that go with it
     * @throws IOException if there are no credentials
     */
    Map<String, String> signed(URI address, Region region, Map<String, String> headers, String body) throws IOException;
}
