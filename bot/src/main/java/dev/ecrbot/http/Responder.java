package dev.ecrbot.http;

import java.util.Optional;

/** Knows what requests are answered with. Called on the listener's few threads, so it doesn't wait for long; thread-safe. */
public interface Responder {

    /** Returns the answer to a request whose body needn't be read. */
    Optional<HttpAnswer> refusal(Head head);

    /** Returns the answer to a request that never got here: malformed, too long, or the server's own failure. */
    default HttpAnswer failure(int status) {
        return HttpAnswer.of(status);
    }

    /** Returns the answer to a request that has arrived whole. */
    HttpAnswer answer(Head head, byte[] body);
}
