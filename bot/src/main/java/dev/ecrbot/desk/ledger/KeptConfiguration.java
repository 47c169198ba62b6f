package dev.ecrbot.desk.ledger;

import java.time.Instant;

/**
 * A configuration that a bot on this database took up.
 *
 * @param number counts them
 * @param digest tells it from every other
 * @param body what its files held
 */
public record KeptConfiguration(long number, String digest, String body, Instant takenAt) {}
