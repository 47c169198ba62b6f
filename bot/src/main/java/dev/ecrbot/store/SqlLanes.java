package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Lane;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code lane}. */
final class SqlLanes {
    private static final RowMapper<Instant> FREE_AT = Row.as("lane", row -> row.time("free_at"));

    private final Statements statements;

    SqlLanes(Statements statements) {
        this.statements = statements;
    }

    /** Locks the lane, if it is free and nobody else has it; makes it where it isn't there yet. */
    Optional<Instant> enter(Lane lane, Instant now) {
        Optional<Instant> free = lock(lane, now);
        if (free.isPresent() || isKnown(lane)) {
            return free;
        }
        statements.insertIfAbsent("lane", name(lane).time("free_at", Instant.EPOCH));
        return lock(lane, now);
    }

    void close(Lane lane, Instant until) {
        statements.runOnOne(
                "UPDATE lane SET free_at = :until WHERE name = :name",
                name(lane).time("until", until),
                "there is no lane " + lane.name());
    }

    private Optional<Instant> lock(Lane lane, Instant now) {
        return statements.first(
                "SELECT free_at FROM lane WHERE name = :name AND free_at <= :now FOR UPDATE SKIP LOCKED",
                name(lane).time("now", now),
                FREE_AT);
    }

    private boolean isKnown(Lane lane) {
        return statements.count("SELECT COUNT(*) FROM lane WHERE name = :name", name(lane)) > 0;
    }

    private static Values name(Lane lane) {
        return new Values().text("name", lane.name());
    }
}
