package dev.ecrbot;

import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.reload.Herald;
import dev.ecrbot.desk.tell.Courier;

/** What hears all that a bot says, on its way to Slack. It hands on what it is given, or something that does the same. */
public interface Ears {
    /** Hears nothing. */
    Ears NONE = new Ears() {};

    /** Returns what brings the messages that nobody waits for. */
    default Courier courier(Courier courier) {
        return courier;
    }

    /** Returns what tells channels about no request. */
    default Herald herald(Herald herald) {
        return herald;
    }

    /** Returns what answers people. */
    default Counter counter(Counter counter) {
        return counter;
    }
}
