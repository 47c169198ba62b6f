package dev.ecrbot.store;

import dev.ecrbot.desk.Event;
import dev.ecrbot.desk.EventKind;
import dev.ecrbot.desk.Events;
import dev.ecrbot.desk.RequestId;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code event}, which is only ever added to. */
final class SqlEvents implements Events {
    private static final RowMapper<Event> EVENT = Row.as(row -> new Event(
            row.word("kind", EventKind.class),
            row.textIfAny("request").map(RequestId::new),
            row.personIfAny("actor"),
            row.time("happened_at"),
            Details.read(row.text("details"))));

    private final Statements statements;

    SqlEvents(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(Event event) {
        statements.run(
                """
                INSERT INTO event (kind, request, actor_team, actor_user, happened_at, details)
                VALUES (:kind, :request, :actor_team, :actor_user, :happened_at, :details)
                """,
                new Values()
                        .text("kind", event.kind().name())
                        .text("request", event.request().map(RequestId::value))
                        .person("actor", event.actor())
                        .time("happened_at", event.at())
                        .text("details", Details.write(event.details())));
    }

    @Override
    public List<Event> of(RequestId request) {
        return statements.list(
                "SELECT * FROM event WHERE request = :request ORDER BY seq",
                new Values().text("request", request.value()),
                EVENT);
    }
}
