package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.Repository;
import java.time.Instant;
import java.util.Optional;

/**
 * One write to a repository's policy.
 *
 * @param text the document as AWS showed it then; empty if it was deleted
 */
public record PolicyChange(Repository repository, Instant at, Caller by, Optional<String> text) {}
