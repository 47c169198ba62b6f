package dev.ecrbot.sandbox.ecr;

import java.io.Serial;
import java.util.Optional;

/** Stands for an answer that is none: the connection drops, or what comes isn't AWS's. */
final class BrokenAnswer extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Optional<String> body;

    private BrokenAnswer(Optional<String> body) {
        super(body.isPresent() ? "broken body" : "dropped connection", null, false, false);
        this.body = body;
    }

    static BrokenAnswer dropped() {
        return new BrokenAnswer(Optional.empty());
    }

    static BrokenAnswer body(String body) {
        return new BrokenAnswer(Optional.of(body));
    }

    /** Returns what comes with status 200 instead of the answer; empty if the connection drops. */
    Optional<String> body() {
        return body;
    }
}
