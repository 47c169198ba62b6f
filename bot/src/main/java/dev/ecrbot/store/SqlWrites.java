package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.ledger.Writes;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.PolicyHolder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code write_}: the bot's own writes. */
final class SqlWrites implements Writes {
    private static final RowMapper<RecordedWrite> WRITE = Row.as(
            "write_",
            row -> new RecordedWrite(
                    row.number("id"),
                    new RequestId(row.text("request")),
                    row.policy("base"),
                    row.policy("proposed"),
                    row.word("outcome", RecordedWrite.Outcome.class),
                    row.timeIfAny("intended_at"),
                    row.timeIfAny("proven_at")));

    private final Statements statements;

    SqlWrites(Statements statements) {
        this.statements = statements;
    }

    @Override
    public long intend(PolicyHolder holder, RequestId request, String base, String proposed, Instant now) {
        return statements.insertForId(
                "write_",
                new Values()
                        .holder(holder)
                        .text("request", request.value())
                        .keeping("base", texts -> texts.keep(base, request.value()))
                        .keeping("proposed", texts -> texts.keep(proposed, request.value()))
                        .text("outcome", RecordedWrite.Outcome.INTENDED.name())
                        .time("intended_at", now));
    }

    @Override
    public void proven(long id, Optional<Instant> at) {
        statements.run(
                "UPDATE write_ SET proven_at = :at WHERE id = :id",
                new Values().number("id", id).time("at", at));
    }

    @Override
    public void outcome(long id, RecordedWrite.Outcome outcome) {
        statements.runOnOne(
                "UPDATE write_ SET outcome = :outcome WHERE id = :id",
                new Values().number("id", id).text("outcome", outcome.name()),
                "there is no write " + id);
    }

    @Override
    public void givenUp(RequestId request) {
        statements.run(
                "UPDATE write_ SET outcome = :outcome WHERE request = :request AND outcome = :intended",
                new Values()
                        .text("request", request.value())
                        .text("outcome", RecordedWrite.Outcome.NOT_TAKEN.name())
                        .text("intended", RecordedWrite.Outcome.INTENDED.name()));
    }

    @Override
    public long last(PolicyHolder holder) {
        return statements.count("""
            SELECT COALESCE(MAX(id), 0) FROM write_
            WHERE account = :account AND region = :region AND repository = :repository
            """, new Values().holder(holder));
    }

    @Override
    public List<RecordedWrite> after(PolicyHolder holder, long mark) {
        return statements.list("""
            SELECT * FROM write_
            WHERE account = :account AND region = :region AND repository = :repository AND id > :mark
            ORDER BY id
            """, new Values().holder(holder).number("mark", mark), WRITE);
    }

    @Override
    public List<Request> inDoubt() {
        return statements.readable(
                """
                SELECT r.* FROM request r
                JOIN (SELECT request, MIN(id) AS oldest FROM write_ WHERE outcome = :intended GROUP BY request) w
                ON w.request = r.id
                WHERE r.state = :failed
                ORDER BY w.oldest
                """,
                new Values()
                        .text("failed", RequestState.FAILED.name())
                        .text("intended", RecordedWrite.Outcome.INTENDED.name()),
                SqlRequests.REQUEST);
    }

    @Override
    public Optional<RecordedWrite> of(RequestId request) {
        return statements.first(
                "SELECT * FROM write_ WHERE request = :request ORDER BY id DESC FETCH FIRST 1 ROW ONLY",
                new Values().text("request", request.value()),
                WRITE);
    }
}
