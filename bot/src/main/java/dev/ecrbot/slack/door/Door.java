package dev.ecrbot.slack.door;

import java.util.Optional;

/** A way for Slack's deliveries to reach the app. */
public interface Door extends AutoCloseable {

    /** Opens it; returns at once. */
    void open();

    /** Returns what keeps deliveries out; empty while they get in. */
    Optional<String> trouble();

    /** Takes leave of Slack where that is possible, so that it delivers elsewhere; what got in is not touched. */
    void leave();

    @Override
    void close();
}
