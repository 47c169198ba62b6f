package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.Announcements;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code announcement}. */
final class SqlAnnouncements implements Announcements {
    private static final RowMapper<Due> DUE = Row.as(
            "announcement",
            row -> new Due(
                    row.number("id"),
                    new Announcement(
                            row.text("topic"),
                            row.text("channel"),
                            List.of(row.text("body").split("\n", -1)),
                            row.text("people").isEmpty()
                                    ? Set.of()
                                    : Set.of(row.text("people").split(" ", -1))),
                    row.count("attempts")));

    private static final RowMapper<Long> SEQ = Row.as("watched", row -> row.number("seq"));

    private final Statements statements;

    SqlAnnouncements(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(Announcement announcement, Instant now) {
        statements.insertIfAbsent(
                "announcement",
                new Values()
                        .text("topic", announcement.topic())
                        .text("channel", announcement.channel())
                        .text("body", String.join("\n", announcement.lines()))
                        .text("people", String.join(" ", new TreeSet<>(announcement.people())))
                        .number("attempts", 0)
                        .time("added_at", now)
                        .time("due_at", now));
    }

    @Override
    public boolean isKnown(String topic, String channel) {
        return statements.count(
                        "SELECT COUNT(*) FROM announcement WHERE topic = :topic AND channel = :channel",
                        channel(channel).text("topic", topic))
                > 0;
    }

    @Override
    public OptionalLong watched(String channel) {
        return statements
                .first("SELECT seq FROM watched WHERE channel = :channel", channel(channel), SEQ)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public void watched(String channel, long seq) {
        statements.insertIfAbsent("watched", channel(channel).number("seq", seq));
        statements.run(
                "UPDATE watched SET seq = :seq WHERE channel = :channel",
                channel(channel).number("seq", seq));
    }

    private static Values channel(String channel) {
        return new Values().text("channel", channel);
    }

    @Override
    public Optional<Due> take(Instant now, Instant until) {
        Optional<Due> due = statements.first("""
                SELECT * FROM announcement
                WHERE done_at IS NULL AND due_at <= :now
                ORDER BY id
                FETCH FIRST 1 ROW ONLY
                """, new Values().time("now", now), DUE);
        return due.filter(
                one -> statements.run("""
                                UPDATE announcement SET due_at = :until, attempts = attempts + 1
                                WHERE id = :id AND done_at IS NULL AND due_at <= :now
                                """, id(one.id()).time("until", until).time("now", now)) == 1);
    }

    @Override
    public void done(long id, Instant now) {
        statements.run("UPDATE announcement SET done_at = :now WHERE id = :id", id(id).time("now", now));
    }

    @Override
    public void postpone(long id, Instant until) {
        statements.run("UPDATE announcement SET due_at = :until WHERE id = :id", id(id).time("until", until));
    }

    private static Values id(long id) {
        return new Values().number("id", id);
    }
}
