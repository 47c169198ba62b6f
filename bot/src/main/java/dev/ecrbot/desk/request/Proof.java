package dev.ecrbot.desk.request;

import java.time.Instant;

/**
 * That a change took effect.
 *
 * @param readBack when the policy was read back and compared
 * @param awsRequestId of the write; empty where its answer got lost
 */
public record Proof(Instant readBack, String awsRequestId) {}
