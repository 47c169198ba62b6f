package dev.ecrbot.slack.web;

import dev.ecrbot.slack.message.Rendered;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages with newer blocks, and in their plain form where the workspace refuses those; that is remembered until this
 * process ends. Thread-safe.
 */
final class Folding {
    private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

    private volatile boolean refused;

    /** Sends a message this way, twice at most. */
    <T> Reply<T> send(Rendered message, Function<Rendered, Reply<T>> way) {
        if (refused || !message.isNewer()) {
            return way.apply(message.plain());
        }
        Reply<T> reply = way.apply(message);
        if (!(reply instanceof Reply.Refused<T> no) || !no.error().equals("invalid_blocks")) {
            return reply;
        }
        Reply<T> plain = way.apply(message.plain());
        if (plain instanceof Reply.Done<T>) {
            LOG.info("This workspace refuses newer blocks, so messages are sent without");
            refused = true;
        }
        return plain;
    }
}
