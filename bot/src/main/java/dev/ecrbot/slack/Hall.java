package dev.ecrbot.slack;

import com.slack.api.bolt.App;

/** What stands behind a door, whichever it is. */
record Hall(App app, Workers workers, Apology apology) {
    static final int WORKERS = 8;
    static final int QUEUE = 200;
}
