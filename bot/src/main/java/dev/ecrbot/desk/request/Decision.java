package dev.ecrbot.desk.request;

import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.Optional;

/** Who made the last decision on a request, and when. {@code reason} is the denier's. */
public record Decision(PersonId by, Instant at, Optional<String> reason) {}
