package dev.ecrbot.http;

import java.util.Optional;

/**
 * Where to listen.
 *
 * @param host the name or number of an interface of this machine; empty for all of them
 * @param port 0 for any free one
 */
public record Address(Optional<String> host, int port) {

    /** Returns whether only one of the two can be listened on. */
    public boolean clashes(Address other) {
        return port == other.port && port != 0 && (host.isEmpty() || other.host.isEmpty() || host.equals(other.host));
    }

    /** As a message names it: {@code port 3000}, or {@code port 3000 of 127.0.0.1}. */
    @Override
    public String toString() {
        return "port " + port + host.map(name -> " of " + name).orElse("");
    }
}
