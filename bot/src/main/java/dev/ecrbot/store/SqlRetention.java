package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.ledger.Retention;
import dev.ecrbot.desk.request.RequestState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;

/** Lets go of what is old, in the tables {@code request}, {@code write_}, {@code policy_text}, {@code index_change} and {@code outbox}. */
record SqlRetention(Statements statements) implements Retention {
    private static final List<String> FINAL = Stream.of(RequestState.values())
            .filter(RequestState::isFinal)
            .map(RequestState::name)
            .toList();
    private static final List<String> OPEN = Stream.of(RequestState.values())
            .filter(state -> !state.isFinal())
            .map(RequestState::name)
            .toList();
    private static final RowMapper<Old> OLD =
            Row.as("request", row -> new Old(row.text("id"), new Place(row.time("changed_at"), row.number("seq"))));
    private static final RowMapper<Optional<Instant>> ASKED = Row.as("request", row -> row.timeIfAny("asked"));
    private static final String LET_GO = """
            UPDATE request SET plan = NULL, undone_plan = NULL, plan_kept = FALSE
            WHERE id = :id AND state IN (<words>)
              AND NOT EXISTS (
                SELECT 1 FROM grant_ WHERE grant_.id = request.id AND (ended_at IS NULL OR ended_at >= :before))
              AND NOT EXISTS (
                SELECT 1 FROM grant_ WHERE grant_.id = request.ends_grant AND (ended_at IS NULL OR ended_at >= :before))
              AND NOT EXISTS (
                SELECT 1 FROM outbox WHERE outbox.request = request.id AND delivered_at IS NULL)
            """;

    private record Old(String id, Place place) {}

    @Override
    public Optional<Place> letGo(Place after, Instant before, int atMost) {
        Instant until = Stream.of(Optional.of(before), firstOpen(), firstInDoubt())
                .flatMap(Optional::stream)
                .reduce(before, (first, second) -> second.isBefore(first) ? second : first);
        // In the order of all columns of the index, or H2 sorts whatever is old before it cuts off.
        List<Old> old = statements.list(
                """
                SELECT id, changed_at, seq FROM request
                WHERE plan_kept = TRUE AND changed_at >= :ended AND changed_at < :until
                  AND (changed_at > :ended OR seq > :seq)
                ORDER BY plan_kept, changed_at, seq
                FETCH FIRST :limit ROWS ONLY
                """,
                new Values()
                        .time("ended", after.ended())
                        .time("until", until)
                        .number("seq", after.seq())
                        .number("limit", atMost),
                OLD);
        old.forEach(each -> letGo(each.id(), until));
        // Without the bot's own writes of that time nobody could tell who made them.
        statements.run("DELETE FROM index_change WHERE found_at < :before", new Values().time("before", before));
        return old.size() < atMost
                ? Optional.empty()
                : Optional.of(old.get(old.size() - 1).place());
    }

    private void letGo(String id, Instant before) {
        Values request = new Values().text("id", id);
        if (statements.run(LET_GO, new Values().text("id", id).time("before", before), FINAL) == 1) {
            statements.run("DELETE FROM write_ WHERE request = :id", request);
            statements.texts().letGo(id);
        }
    }

    // Its plan is compared with all that was written since it was made.
    private Optional<Instant> firstOpen() {
        // Not their minimum: for that PostgreSQL may go through all requests in the order of their times.
        return statements.list("SELECT created_at AS asked FROM request WHERE state IN (<words>)", OPEN, ASKED).stream()
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> firstInDoubt() {
        return statements
                .list("""
                        SELECT MIN(request.created_at) AS asked
                        FROM write_ JOIN request ON request.id = write_.request
                        WHERE write_.outcome = :intended
                        """, new Values().text("intended", RecordedWrite.Outcome.INTENDED.name()), ASKED)
                .get(0);
    }

    @Override
    public int emptyOutbox(Instant before, int atMost) {
        return statements.run("""
                DELETE FROM outbox WHERE id IN (
                    SELECT id FROM outbox WHERE delivered_at < :before
                    ORDER BY delivered_at, id
                    FETCH FIRST :limit ROWS ONLY)
                """, new Values().time("before", before).number("limit", atMost));
    }
}
