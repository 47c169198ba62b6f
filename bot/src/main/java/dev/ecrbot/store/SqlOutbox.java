package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Consequences;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Outbox;
import dev.ecrbot.desk.ledger.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code outbox}. */
final class SqlOutbox implements Outbox {
    // More than there can be couriers at work, so that one notice that nobody holds is always among them.
    private static final int CANDIDATES = 64;

    private static final RowMapper<Long> ID = Row.as(row -> row.number("id"));
    private static final RowMapper<Notice> NOTICE = Row.as(row -> new Notice(
            row.number("id"),
            new RequestId(row.text("request")),
            row.word("kind", Notice.Kind.class),
            Details.read(row.text("details")),
            row.count("attempts"),
            row.time("created_at")));

    private final Statements statements;
    private final Consequences consequences;

    SqlOutbox(Statements statements, Consequences consequences) {
        this.statements = statements;
        this.consequences = consequences;
    }

    @Override
    public void add(RequestId request, Notice.Kind kind, Map<String, String> details, Instant now) {
        statements.run(
                """
                INSERT INTO outbox (request, kind, details, attempts, created_at, due_at)
                VALUES (:request, :kind, :details, 0, :now, :now)
                """,
                new Values()
                        .text("request", request.value())
                        .text("kind", kind.name())
                        .text("details", Details.write(details))
                        .time("now", now));
        consequences.noticed();
    }

    @Override
    public Optional<Notice> take(Instant now) {
        for (long id : candidates(now)) {
            Optional<Notice> taken = lock(id, now);
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    private List<Long> candidates(Instant now) {
        return statements.list("""
                SELECT id FROM outbox notice
                WHERE delivered_at IS NULL AND due_at <= :now AND NOT EXISTS (
                    SELECT 1 FROM outbox older
                    WHERE older.request = notice.request AND older.delivered_at IS NULL AND older.id < notice.id)
                ORDER BY id
                FETCH FIRST :candidates ROWS ONLY
                """, new Values().time("now", now).number("candidates", CANDIDATES), ID);
    }

    // One row at a time: H2 sorts before it cuts off, and locks whatever it sorts. That there is no older notice stays
    // true, since what is delivered stays so; whether this one still waits has to be asked again.
    private Optional<Notice> lock(long id, Instant now) {
        return statements.first("""
                SELECT * FROM outbox
                WHERE id = :id AND delivered_at IS NULL AND due_at <= :now
                FOR UPDATE SKIP LOCKED
                """, new Values().number("id", id).time("now", now), NOTICE);
    }

    @Override
    public void done(long id, Instant now) {
        statements.runOnOne(
                "UPDATE outbox SET delivered_at = :now WHERE id = :id",
                new Values().number("id", id).time("now", now),
                "there is no notice " + id);
    }

    @Override
    public void postpone(long id, Instant due) {
        statements.runOnOne(
                "UPDATE outbox SET due_at = :due, attempts = attempts + 1 WHERE id = :id",
                new Values().number("id", id).time("due", due),
                "there is no notice " + id);
    }

    @Override
    public long waiting() {
        return statements.count("SELECT COUNT(*) FROM outbox WHERE delivered_at IS NULL", new Values());
    }
}
