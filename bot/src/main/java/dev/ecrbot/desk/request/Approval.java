package dev.ecrbot.desk.request;

import dev.ecrbot.rules.PersonId;
import java.time.Instant;

/** One person's yes to one revision of a request. */
public record Approval(PersonId by, Instant at) {
    public Approval {
        if (by.isMachine()) {
            throw new IllegalArgumentException("machines approve nothing");
        }
    }
}
