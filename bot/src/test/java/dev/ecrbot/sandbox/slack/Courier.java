package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings to the bot what people do, and comes back with the acknowledgement. */
interface Courier extends AutoCloseable {

    /** What is brought, by the word that socket mode has for it. */
    enum Kind {
        COMMAND("slash_commands"),
        INTERACTION("interactive"),
        EVENT("events_api");

        private final String envelope;

        Kind(String envelope) {
            this.envelope = envelope;
        }

        String envelope() {
            return envelope;
        }
    }

    Delivery bring(Kind kind, ObjectNode payload);

    /** Brings the very same once more, marked as a retry. */
    Delivery again(Delivery earlier, int retryNum);

    @Override
    void close();
}
