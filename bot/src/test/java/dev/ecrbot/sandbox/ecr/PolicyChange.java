package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.PolicyHolder;
import java.time.Instant;
import java.util.Optional;

/**
 * One write to a policy.
 *
 * @param text the document as AWS showed it then; empty if it was deleted
 */
public record PolicyChange(PolicyHolder holder, Instant at, Caller by, Optional<String> text) {}
