package dev.ecrbot.slack.intake;

import com.slack.api.bolt.App;

/** What stands behind a door, whichever it is. */
public record DoorContext(App app, Workers workers, Service service, Apology apology) {}
