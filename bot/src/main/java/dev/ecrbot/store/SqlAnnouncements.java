package dev.ecrbot.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.Announcements;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.ForeignChange;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code announcement}. */
final class SqlAnnouncements implements Announcements {
    /** No owner: the changes are kept where they were found, with the same texts. */
    private static final String FOR_GOOD = "";

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
                                    : Set.of(row.text("people").split(" ", -1)),
                            changes(row)),
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
                        .keeping("changes", texts -> written(announcement.changes(), texts))
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

    /** As JSON, with the policies' texts kept elsewhere. */
    private static String written(List<ForeignChange> changes, PolicyTexts texts) {
        var json = JsonNodeFactory.instance.arrayNode();
        for (ForeignChange change : changes) {
            var node = json.addObject()
                    .put("seq", change.seq())
                    .put("account", change.on().account().value())
                    .put("region", change.on().region().value())
                    .put("repository", change.on().key())
                    .put("noticed", change.noticed().toString())
                    .put("whole", change.whole());
            change.since().ifPresent(since -> node.put("since", since.toString()));
            var steps = node.putArray("steps");
            change.steps()
                    .forEach(step -> steps.addObject()
                            .put("from", kept(step.from(), texts))
                            .put("to", kept(step.to(), texts)));
        }
        return json.toString();
    }

    private static List<ForeignChange> changes(Row row) throws SQLException {
        var changes = new ArrayList<ForeignChange>();
        for (JsonNode node : Details.tree(row.text("changes"))) {
            var steps = new ArrayList<ForeignChange.Step>();
            for (JsonNode step : node.path("steps")) {
                steps.add(new ForeignChange.Step(policy(row, step.path("from")), policy(row, step.path("to"))));
            }
            changes.add(new ForeignChange(
                    node.path("seq").asLong(),
                    SqlIndexChanges.holder(
                            node.path("account").asText(),
                            node.path("region").asText(),
                            node.path("repository").asText()),
                    Optional.ofNullable(node.path("since").textValue()).map(Instant::parse),
                    Instant.parse(node.path("noticed").asText()),
                    steps,
                    node.path("whole").asBoolean()));
        }
        return changes;
    }

    private static String kept(PolicyDocument policy, PolicyTexts texts) {
        return policy.isEmpty() ? "" : texts.keep(policy.text(), FOR_GOOD);
    }

    private static PolicyDocument policy(Row row, JsonNode stored) {
        return SqlIndexChanges.document(row.texts().text(stored.asText()));
    }
}
