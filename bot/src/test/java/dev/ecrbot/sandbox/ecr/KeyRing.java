package dev.ecrbot.sandbox.ecr;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The credentials that were handed out, and whose they are. Thread-safe. */
final class KeyRing {

    /** What AWS gives a role's session; without {@code until} it is a user's pair, which doesn't end. */
    record Key(String id, String secret, String token, Optional<Instant> until, Caller caller) {}

    private final Clock clock;
    private final Map<String, Key> keys = new HashMap<>();
    private int handedOut;

    KeyRing(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(String id, String secret, Caller user) {
        keys.put(id, new Key(id, secret, "", Optional.empty(), user));
    }

    synchronized Key handOut(Caller session, Duration time) {
        String id = "ASIASANDBOX" + String.format("%09d", ++handedOut);
        String secret = UUID.randomUUID().toString().replace("-", "");
        var key = new Key(
                id,
                secret,
                "token-" + UUID.randomUUID(),
                Optional.of(clock.instant().plus(time)),
                session);
        keys.put(id, key);
        return key;
    }

    /** Returns whose the credentials are. */
    synchronized Caller caller(String id, String token) {
        Key key = keys.get(id);
        if (key == null || !key.token().equals(token)) {
            throw new AwsError(
                    "UnrecognizedClientException", 400, "The security token included in the request is invalid.");
        }
        if (key.until().filter(end -> !clock.instant().isBefore(end)).isPresent()) {
            throw new AwsError("ExpiredTokenException", 400, "The security token included in the request is expired");
        }
        return key.caller();
    }
}
