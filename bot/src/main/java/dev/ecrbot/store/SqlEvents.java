package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Events;
import dev.ecrbot.desk.ledger.RequestId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code event}, which is only ever added to. */
final class SqlEvents implements Events {
    // The details that are policies.
    private static final Set<String> POLICIES = Set.of("base", "proposed", "applied", "live");

    private static final RowMapper<Event> EVENT = Row.as("event", SqlEvents::read);
    private static final RowMapper<Recorded> RECORDED =
            Row.as("event", row -> new Recorded(row.number("seq"), row.textIfAny("version"), read(row)));
    // The manifest of the jar that this class came from; there is none where it runs from a build's directory.
    private static final String VERSION = Optional.ofNullable(
                    SqlEvents.class.getPackage().getImplementationVersion())
            .orElse("unpackaged");

    private final Statements statements;

    SqlEvents(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(Event event) {
        statements.insert(
                "event",
                new Values()
                        .text("kind", event.kind().name())
                        .text("request", event.request().map(RequestId::value))
                        .person("actor", event.actor())
                        .time("happened_at", event.at())
                        .keeping("details", texts -> Details.write(policies(event.details(), texts::keep)))
                        .text("version", VERSION));
    }

    @Override
    public void each(Consumer<Recorded> reader) {
        statements.each("SELECT * FROM event ORDER BY seq", RECORDED, reader);
    }

    @Override
    public List<Event> of(RequestId request) {
        return statements.readable(
                "SELECT * FROM event WHERE request = :request ORDER BY seq",
                new Values().text("request", request.value()),
                EVENT);
    }

    /** Returns the details with something else in the place of each policy. */
    private static Map<String, String> policies(Map<String, String> details, UnaryOperator<String> change) {
        var changed = new HashMap<>(details);
        POLICIES.forEach(name -> changed.computeIfPresent(name, (key, text) -> change.apply(text)));
        return changed;
    }

    private static Event read(Row row) throws SQLException {
        return new Event(
                row.word("kind", EventKind.class),
                row.textIfAny("request").map(RequestId::new),
                row.personIfAny("actor"),
                row.time("happened_at"),
                policies(Details.read(row.text("details")), row.texts()::text));
    }
}
