package dev.ecrbot.http;

import java.time.Duration;

/**
 * What a client may take up.
 *
 * @param headerBytes the request line and all header fields
 * @param bodyBytes the body of a request
 * @param request how long a request may take from its first byte until its answer is taken; a new connection begins at once
 * @param idle how long a connection may stay open between requests
 * @param perAddress how many connections one address may have open. Behind a proxy all clients have the proxy's
 * @param connections how many may be open at all. More than these are closed at once
 */
public record ClientLimits(
        int headerBytes, int bodyBytes, Duration request, Duration idle, int perAddress, int connections) {

    /** For clients with bodies as long as this. Idle ones stay for longer than load balancers keep theirs, which is a minute. */
    public static ClientLimits of(int bodyBytes) {
        return new ClientLimits(16 * 1024, bodyBytes, Duration.ofSeconds(10), Duration.ofSeconds(75), 500, 2_000);
    }
}
