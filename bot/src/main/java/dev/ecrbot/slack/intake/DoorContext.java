package dev.ecrbot.slack.intake;

import com.slack.api.bolt.App;

/** What stands behind a door, whichever it is. */
public record DoorContext(App app, ServicePool workers, Apology apology) {
    public static final int WORKERS = 8;
    public static final int QUEUE = 200;
}
