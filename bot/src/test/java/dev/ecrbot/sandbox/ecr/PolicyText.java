package dev.ecrbot.sandbox.ecr;

import java.time.Instant;
import java.util.Optional;

/**
 * What AWS shows as a policy from a moment on, until the next one.
 *
 * @param text the document; empty if there is none
 */
public record PolicyText(Instant at, Optional<String> text) {}
