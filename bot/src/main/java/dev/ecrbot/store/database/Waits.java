package dev.ecrbot.store.database;

import java.time.Duration;

/**
 * How long a connection's transactions wait, and may keep others waiting.
 *
 * @param lock how long a statement waits for a row that another transaction holds
 * @param idle how long a transaction may stand idle before the database's server ends it and frees its rows; zero where it may for
 *     ever. An embedded database has no server: there the process ends, and its transactions with it
 */
public record Waits(Duration lock, Duration idle) {}
