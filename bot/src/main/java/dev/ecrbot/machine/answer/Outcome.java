package dev.ecrbot.machine.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a call is answered with. */
public record Outcome(int status, ObjectNode json) {
    /** Returns whether the same call may be sent again in a moment. */
    public boolean isForLater() {
        return status == 503 || status == 429;
    }
}
