package dev.ecrbot.policy.assertion;

import java.time.Instant;
import java.util.Optional;

/** Something that is expected of policies; immutable. */
public sealed interface Assertion permits Decides, NobodyOutside, NeverPublic {

    /**
     * Returns in a sentence or more why it isn't so; nothing if it is.
     *
     * @param now the time at which requests are made
     */
    Optional<String> failure(AssertionSubject subject, Instant now);
}
