package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Consequences;
import dev.ecrbot.desk.ledger.Lane;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Outbox;
import dev.ecrbot.desk.ledger.Urgency;
import dev.ecrbot.desk.request.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code outbox}. */
final class SqlOutbox implements Outbox {
    // More than there can be couriers at work, so that one notice that nobody holds is always among them.
    private static final int CANDIDATES = 64;

    private static final String CLOSED = "(SELECT name FROM lane WHERE free_at > :now)";

    // An older notice of the same request goes first, unless it waits for its lane, or is not urgent.
    private static final String FIRST_OF_ITS_REQUEST = """
            NOT EXISTS (
                SELECT 1 FROM outbox older
                WHERE older.request = notice.request AND older.delivered_at IS NULL AND older.id < notice.id
                  AND older.id NOT IN (<words>)
                  AND (older.urgency <= :card OR (
                    older.urgency <= :note AND (older.lane IS NULL OR older.lane NOT IN %s))))
            """.formatted(CLOSED);

    // Asked one after the other, since thousands of notes may wait behind a few cards: a database that is asked for
    // the most urgent of all looks at each of them, message by message. What nobody has sorted yet may be as urgent as
    // a new card, also if it was held until now.
    private static final List<String> QUESTIONS =
            List.of(sorted("= :new"), unsorted(":new"), unsorted(":gathered"), sorted("> :new"));

    private static final RowMapper<Candidate> CANDIDATE = Row.as(
            "outbox",
            row -> new Candidate(row.number("id"), row.textIfAny("lane").map(Lane::new)));
    private static final RowMapper<Notice> NOTICE = Row.as(
            "outbox",
            row -> new Notice(
                    row.number("id"),
                    new RequestId(row.text("request")),
                    row.word("kind", Notice.Kind.class),
                    Details.read(row.text("details")),
                    row.count("attempts"),
                    row.time("created_at"),
                    row.textIfAny("lane").map(Lane::new)));
    private static final RowMapper<Instant> CREATED = Row.as("outbox", row -> row.time("created_at"));

    private record Candidate(long id, Optional<Lane> lane) {}

    /** Returns the question for what nobody has found a lane for yet, with this urgency: a new card's, or that of what was held. */
    private static String unsorted(String urgency) {
        return """
                SELECT notice.id, notice.lane FROM outbox notice
                WHERE notice.delivered_at IS NULL AND notice.urgency = %s AND notice.lane IS NULL
                  AND notice.due_at <= :now AND notice.id NOT IN (<words>) AND %s
                ORDER BY notice.id
                FETCH FIRST :candidates ROWS ONLY
                """.formatted(urgency, FIRST_OF_ITS_REQUEST);
    }

    /** Returns the question for what may be sent now of those with such an urgency, the most urgent of each lane. */
    private static String sorted(String urgency) {
        return """
                SELECT id, lane FROM (
                    SELECT notice.id, notice.lane, notice.urgency, ROW_NUMBER() OVER (
                        PARTITION BY notice.lane ORDER BY notice.urgency, notice.id) AS place
                    FROM (
                        SELECT id, request, lane, urgency FROM outbox
                        WHERE delivered_at IS NULL AND urgency %s AND lane >= '' AND due_at <= :now
                          AND id NOT IN (<words>) AND lane NOT IN %s) AS notice
                    WHERE %s) AS next_of_lane
                WHERE place = 1
                ORDER BY urgency, id
                FETCH FIRST :candidates ROWS ONLY
                """.formatted(urgency, CLOSED, FIRST_OF_ITS_REQUEST);
    }

    private final Statements statements;
    private final SqlLanes lanes;
    private final Consequences consequences;

    SqlOutbox(Statements statements, Consequences consequences) {
        this.statements = statements;
        this.lanes = new SqlLanes(statements);
        this.consequences = consequences;
    }

    @Override
    public void add(RequestId request, Notice.Kind kind, Map<String, String> details, Instant now) {
        statements.insert(
                "outbox",
                new Values()
                        .text("request", request.value())
                        .text("kind", kind.name())
                        .text("details", Details.write(details))
                        .number("attempts", 0)
                        .time("created_at", now)
                        .time("due_at", now));
        consequences.noticed();
    }

    @Override
    public Optional<Notice> take(Instant now, Set<String> aside) {
        // Mostly nothing is due, and the whole question is a long one.
        if (oldest(now).isEmpty()) {
            return Optional.empty();
        }
        return QUESTIONS.stream()
                .flatMap(question -> first(question, now, aside).stream())
                .findFirst();
    }

    private Optional<Notice> first(String question, Instant now, Set<String> aside) {
        for (Candidate candidate : candidates(question, now, aside)) {
            boolean free = candidate.lane().isEmpty()
                    || lanes.enter(candidate.lane().get(), now).isPresent();
            Optional<Notice> taken = free ? lock(candidate.id(), now) : Optional.empty();
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    private List<Candidate> candidates(String question, Instant now, Set<String> aside) {
        return statements.list(
                question,
                new Values()
                        .time("now", now)
                        .number("new", Urgency.CARD.number())
                        .number("card", Urgency.EDIT.number())
                        .number("note", Urgency.NOTE.number())
                        .number("gathered", Urgency.GATHERED.number())
                        .number("candidates", CANDIDATES),
                ids(aside),
                CANDIDATE);
    }

    // One row at a time: H2 sorts before it cuts off, and locks whatever it sorts. That there is no older notice stays
    // true, since what is delivered stays so; whether this one still waits has to be asked again.
    private Optional<Notice> lock(long id, Instant now) {
        return statements.first("""
                SELECT * FROM outbox
                WHERE id = :id AND delivered_at IS NULL AND due_at <= :now
                FOR UPDATE SKIP LOCKED
                """, id(id).time("now", now), NOTICE);
    }

    @Override
    public void sort(long id, Lane lane, Urgency urgency) {
        statements.runOnOne(
                "UPDATE outbox SET lane = :lane, urgency = :urgency WHERE id = :id",
                id(id).text("lane", lane.name()).number("urgency", urgency.number()),
                missing(id));
    }

    @Override
    public Optional<Instant> enter(Lane lane, Instant now) {
        return lanes.enter(lane, now);
    }

    @Override
    public void close(Lane lane, Instant until) {
        lanes.close(lane, until);
    }

    @Override
    public List<Notice> notes(Lane lane, Set<String> aside, int limit) {
        return statements.list("""
                SELECT * FROM outbox
                WHERE lane = :lane AND delivered_at IS NULL AND urgency IN (:note, :gathered) AND id NOT IN (<words>)
                ORDER BY id
                FETCH FIRST :limit ROWS ONLY
                """, notes(lane).number("limit", limit), ids(aside), NOTICE);
    }

    @Override
    public long notesSince(Lane lane, Instant then) {
        return statements.count("""
                SELECT COUNT(*) FROM outbox
                WHERE lane = :lane AND created_at > :then AND urgency IN (:note, :gathered)
                """, notes(lane).time("then", then));
    }

    @Override
    public void hold(long id, Instant until) {
        statements.runOnOne(
                "UPDATE outbox SET due_at = :until, urgency = :urgency WHERE id = :id",
                id(id).time("until", until).number("urgency", Urgency.GATHERED.number()),
                missing(id));
    }

    @Override
    public void done(long id, Instant now) {
        statements.runOnOne(
                "UPDATE outbox SET delivered_at = :now WHERE id = :id", id(id).time("now", now), missing(id));
    }

    @Override
    public void postpone(long id, Instant due) {
        statements.runOnOne(
                "UPDATE outbox SET due_at = :due, attempts = attempts + 1 WHERE id = :id",
                id(id).time("due", due),
                missing(id));
    }

    @Override
    public long waiting() {
        return statements.count("SELECT COUNT(*) FROM outbox WHERE delivered_at IS NULL", new Values());
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return statements.first("""
                SELECT created_at FROM outbox WHERE delivered_at IS NULL AND due_at <= :now
                ORDER BY id
                FETCH FIRST 1 ROW ONLY
                """, new Values().time("now", now), CREATED);
    }

    private static Values id(long id) {
        return new Values().number("id", id);
    }

    private static Values notes(Lane lane) {
        return new Values()
                .text("lane", lane.name())
                .number("note", Urgency.NOTE.number())
                .number("gathered", Urgency.GATHERED.number());
    }

    // A list in SQL is never empty, and no id is below 1.
    private static List<Long> ids(Set<String> keys) {
        var ids = new ArrayList<>(List.of(0L));
        keys.forEach(key -> ids.add(Long.parseLong(key)));
        return ids;
    }

    private static String missing(long id) {
        return "there is no notice " + id;
    }
}
