package dev.ecrbot.store.chain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code event}, which is only read here, and {@code event_link}. For one transaction. */
record ChainTables(Handle handle) {
    static final int PAGE = 500;

    private static final RowMapper<Link> LINK = (row, context) -> new Link(
            row.getLong("position"),
            row.getLong("event"),
            row.getLong("events"),
            row.getObject("linked_at", OffsetDateTime.class).toInstant(),
            row.getString("hash"));

    /** Returns the link at the end of the chain. */
    Optional<Link> head() {
        return handle.createQuery("SELECT * FROM event_link ORDER BY position DESC FETCH FIRST 1 ROW ONLY")
                .map(LINK)
                .findOne();
    }

    /** Returns the last link that was made before then. */
    Optional<Link> before(Instant then) {
        return handle.createQuery("""
                        SELECT * FROM event_link WHERE linked_at < :then
                        ORDER BY position DESC FETCH FIRST 1 ROW ONLY
                        """)
                .bind("then", then.atOffset(ZoneOffset.UTC))
                .map(LINK)
                .findOne();
    }

    /** Returns the links after this position, in order. */
    List<Link> after(long position) {
        return handle.createQuery(
                        "SELECT * FROM event_link WHERE position > :position ORDER BY position FETCH FIRST :page ROWS ONLY")
                .bind("position", position)
                .bind("page", PAGE)
                .map(LINK)
                .list();
    }

    void add(Link link) {
        handle.createUpdate("""
                        INSERT INTO event_link (position, event, events, hash, linked_at)
                        VALUES (:position, :event, :events, :hash, :at)
                        """)
                .bind("position", link.position())
                .bind("event", link.event())
                .bind("events", link.events())
                .bind("hash", link.hash())
                .bind("at", link.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Returns the number of the last event that happened before then. */
    long lastEventBefore(Instant then) {
        return handle.createQuery("SELECT COALESCE(MAX(seq), 0) FROM event WHERE happened_at < :then")
                .bind("then", then.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
    }

    /** Hands over the events up to this number, in order, a page at a time. */
    void eachUpTo(long last, Consumer<StoredEvent> reader) {
        List<StoredEvent> page;
        // Numbers begin with 1, unless somebody else gave them.
        long from = Long.MIN_VALUE;
        do {
            page = handle.createQuery("""
                            SELECT * FROM event WHERE seq > :from AND seq <= :last
                            ORDER BY seq FETCH FIRST :page ROWS ONLY
                            """)
                    .bind("from", from)
                    .bind("last", last)
                    .bind("page", PAGE)
                    .map(StoredEvent::read)
                    .list();
            page.forEach(reader);
            from = page.isEmpty() ? last : page.get(page.size() - 1).seq();
        } while (page.size() == PAGE);
    }

    /** Returns the events after this number that no link covers, in order. */
    List<StoredEvent> unlinked(long after) {
        return handle.createQuery("""
                        SELECT * FROM event
                        WHERE seq > :after AND NOT EXISTS (SELECT 1 FROM event_link WHERE event_link.event = event.seq)
                        ORDER BY seq FETCH FIRST :page ROWS ONLY
                        """)
                .bind("after", after)
                .bind("page", PAGE)
                .map(StoredEvent::read)
                .list();
    }

    /** Returns the events that these links cover. */
    List<StoredEvent> of(List<Link> links) {
        return handle.createQuery("SELECT * FROM event WHERE seq IN (<numbers>)")
                .bindList("numbers", links.stream().map(Link::event).toList())
                .map(StoredEvent::read)
                .list();
    }
}
