package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Events.Recorded;
import dev.ecrbot.desk.ledger.Forwarded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code forwarded}, and the events in the order of {@code event_link}. */
record SqlForwarded(Statements statements, SqlEvents events) implements Forwarded {
    private static final RowMapper<Mark> MARK =
            Row.as("forwarded", row -> new Mark(row.number("position"), row.number("event")));
    private static final RowMapper<Mark> LINK =
            Row.as("event_link", row -> new Mark(row.number("position"), row.number("event")));
    private static final RowMapper<Mark> EARLY = Row.as("event", row -> new Mark(0, row.number("seq")));

    @Override
    public Mark last(String name) {
        return statements
                .first("SELECT * FROM forwarded WHERE name = :name", new Values().text("name", name), MARK)
                .orElse(Mark.START);
    }

    @Override
    public List<Item> next(Mark after, int most) {
        List<Mark> marks = marks(after, most);
        Map<Long, Recorded> readable =
                events.numbered(marks.stream().map(Mark::event).toList());
        return marks.stream()
                .map(mark -> new Item(mark, Optional.ofNullable(readable.get(mark.event()))))
                .toList();
    }

    private List<Mark> marks(Mark after, int most) {
        Values values = new Values()
                .number("position", after.position())
                .number("event", after.event())
                .number("most", most);
        if (after.position() == 0) {
            List<Mark> early = statements.list("""
                    SELECT seq FROM event
                    WHERE seq > :event AND seq <= (SELECT COALESCE(MAX(event), 0) FROM event_link WHERE position = 0)
                    ORDER BY seq FETCH FIRST :most ROWS ONLY
                    """, values, EARLY);
            if (!early.isEmpty()) {
                return early;
            }
        }
        return statements.list(
                "SELECT position, event FROM event_link WHERE position > :position ORDER BY position"
                        + " FETCH FIRST :most ROWS ONLY",
                values,
                LINK);
    }

    @Override
    public Optional<Instant> oldest(Mark after) {
        return next(after, 1).stream()
                .findFirst()
                .flatMap(Item::recorded)
                .map(recorded -> recorded.event().at());
    }

    @Override
    public boolean move(String name, Mark from, Mark to, Instant now) {
        Values values = new Values()
                .text("name", name)
                .number("position", to.position())
                .number("event", to.event())
                .time("forwarded_at", now);
        if (from.equals(Mark.START)) {
            return statements.insertIfAbsent("forwarded", values);
        }
        return statements.run("""
                        UPDATE forwarded SET position = :position, event = :event, forwarded_at = :forwarded_at
                        WHERE name = :name AND position = :before AND event = :beforeEvent
                        """, values.number("before", from.position()).number("beforeEvent", from.event())) == 1;
    }
}
