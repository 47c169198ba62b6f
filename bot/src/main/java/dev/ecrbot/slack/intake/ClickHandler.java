package dev.ecrbot.slack.intake;

import java.util.Optional;

/** Knows what a click on one of the buttons asks for. Called before the acknowledgement, so it asks nobody; thread-safe. */
interface ClickHandler {

    /** Returns what is to be done; empty where the click names nothing to do it with, or leaves no way to open what it is for. */
    Optional<Errand> clicked(Press press);
}
