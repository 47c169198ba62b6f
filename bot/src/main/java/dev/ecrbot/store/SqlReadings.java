package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Readings;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.policy.plan.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;

/** The columns of the table {@code grant_} that say when its policy is read again. */
final class SqlReadings implements Readings {
    private static final RowMapper<Instant> MISSED_SINCE = Row.as("grant_", row -> row.time("missed_since"));

    private static final RowMapper<GrantId> ID = Row.as("grant_", row -> new GrantId(new RequestId(row.text("id"))));

    private static final RowMapper<Optional<Instant>> DUE = Row.as("grant_", row -> row.timeIfAny("due"));

    // Longer than a first reading takes to come due, and shorter than the others.
    private static final Duration LATELY = Duration.ofMinutes(10);

    // What was missed, and what was given lately.
    private static final String FIRST = """
            id IN (
                SELECT id FROM grant_ WHERE state = :active AND missed_since > :ever
                UNION SELECT id FROM grant_ WHERE state = :active AND since > :lately)
            AND (read_next IS NULL OR read_next <= :now)%s
            ORDER BY read_next NULLS FIRST, seq""";

    private static final String NEVER_READ = """
            read_next IS NULL AND missed_since IS NULL AND since <= :lately%s
            ORDER BY state, read_next, seq""";

    private static final String OTHERS = """
            read_next <= :now AND missed_since IS NULL AND since <= :lately%s
            ORDER BY state, read_next, seq""";

    private final Statements statements;

    SqlReadings(Statements statements) {
        this.statements = statements;
    }

    // Each part by an index of its own, in whose order it is cut off: nobody sorts all ten thousand that are due.
    @Override
    public List<Grant> due(Instant now, Set<RegionalRegistry> without, int limit) {
        var due = new ArrayList<Grant>();
        for (String part : List.of(FIRST, NEVER_READ, OTHERS)) {
            if (due.size() < limit) {
                due.addAll(due(part, now, without, limit - due.size()));
            }
        }
        return due;
    }

    private List<Grant> due(String part, Instant now, Set<RegionalRegistry> without, int limit) {
        Values values =
                ofActive().time("now", now).time("lately", now.minus(LATELY)).time("ever", Instant.EPOCH);
        return statements.readable(
                "SELECT * FROM grant_ WHERE state = :active AND " + part.formatted(values.outside(without))
                        + " FETCH FIRST :limit ROWS ONLY",
                values,
                limit,
                SqlGrants.GRANT);
    }

    // What was never read is due since it was given.
    @Override
    public Optional<Instant> oldestDue(Instant now) {
        return Stream.of(
                        statements.first(
                                "SELECT min(since) AS due FROM grant_ WHERE state = :active AND read_next IS NULL",
                                ofActive(),
                                DUE),
                        statements.first(
                                "SELECT min(read_next) AS due FROM grant_ WHERE state = :active AND read_next <= :now",
                                ofActive().time("now", now),
                                DUE))
                .flatMap(Optional::stream)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Values ofActive() {
        return new Values().text("active", Grant.State.ACTIVE.name());
    }

    // Whether a plan says so is looked for in its text: to read hundreds of them takes longer than all else that a
    // write does.
    @Override
    public Set<GrantId> hindered(PolicyHolder holder) {
        String there =
                " IN (SELECT id FROM grant_ WHERE state = :active AND account = :account AND region = :region AND "
                        + Values.isAt(holder) + ")";
        return Set.copyOf(statements.list(
                "SELECT request AS id FROM event WHERE kind = :hindered AND request" + there
                        + " UNION SELECT id FROM request WHERE (plan LIKE :denied OR plan LIKE :unread) AND id" + there,
                new Values()
                        .holder(holder)
                        .text("active", Grant.State.ACTIVE.name())
                        .text("hindered", EventKind.GRANT_HINDERED.name())
                        .text("denied", "%" + Warning.Kind.DENY_PRESENT + "%")
                        .text("unread", "%" + Warning.Kind.REGISTRY_UNKNOWN + "%"),
                ID));
    }

    @Override
    public void failed(GrantId id, Instant next) {
        statements.run("UPDATE grant_ SET read_next = :next WHERE id = :id", values(id, next));
    }

    @Override
    public boolean take(GrantId id, Instant now, Instant next) {
        return statements.run("""
                        UPDATE grant_ SET read_next = :next
                        WHERE id = :id AND (read_next IS NULL OR read_next <= :now)
                        """, values(id, next).time("now", now)) == 1;
    }

    @Override
    public void seen(GrantId id, Instant next) {
        statements.run("UPDATE grant_ SET read_next = :next, missed_since = NULL WHERE id = :id", values(id, next));
    }

    @Override
    public Instant missed(GrantId id, Instant now, Instant next) {
        statements.run(
                "UPDATE grant_ SET read_next = :next, missed_since = COALESCE(missed_since, :now) WHERE id = :id",
                values(id, next).time("now", now));
        return statements
                .first("SELECT missed_since FROM grant_ WHERE id = :id", values(id, next), MISSED_SINCE)
                .orElseThrow();
    }

    private static Values values(GrantId id, Instant next) {
        return new Values().text("id", id.toString()).time("next", next);
    }
}
