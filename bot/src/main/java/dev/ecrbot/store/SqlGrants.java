package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Grants;
import dev.ecrbot.desk.ledger.UnreadableRow;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.StoreProblems;
import dev.ecrbot.rules.PersonId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code grant_}, so called because {@code grant} is a word of SQL. */
final class SqlGrants implements Grants {
    static final RowMapper<Grant> GRANT = Row.as("grant_", SqlGrants::read);
    private static final RowMapper<GrantId> ID = Row.as("grant_", row -> new GrantId(new RequestId(row.text("id"))));
    private static final String DUE = "state = :active AND until <= :now AND (next_try IS NULL OR next_try <= :now)";
    // By the index for each of the two: mostly all have been looked at, and none is to be again.
    private static final String LOOK =
            "SELECT id, until, seq FROM grant_ WHERE state = :active AND until > :now AND look_at ";
    // All columns of the index by which they are found, or H2 sorts before it cuts off.
    private static final String ORDER = " ORDER BY state, until, seq";
    private static final RowMapper<Overdue> OVERDUE =
            Row.as("grant_", row -> new Overdue(row.number("number"), row.timeIfAny("since")));

    private static final List<String> STATES =
            Stream.of(Grant.State.values()).map(Grant.State::name).toList();
    private static final List<String> STANDING = Stream.of(Grant.State.values())
            .filter(state -> state != Grant.State.ENDED)
            .map(Grant.State::name)
            .toList();

    private final Statements statements;

    SqlGrants(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(Grant grant) {
        statements.insert(
                "grant_", columns(grant).text("id", grant.id().toString()).number("failures", 0));
    }

    @Override
    public Optional<Grant> find(GrantId id) {
        return statements.first("SELECT * FROM grant_ WHERE id = :id", id(id), GRANT);
    }

    @Override
    public Optional<Grant> lock(GrantId id) {
        return statements.first("SELECT * FROM grant_ WHERE id = :id FOR UPDATE", id(id), GRANT);
    }

    @Override
    public List<Grant> standing(PolicyHolder holder) {
        return whole(
                holder,
                () -> statements.list(
                        "SELECT * FROM grant_ WHERE state IN (<words>) AND account = :account AND region = :region AND "
                                + Values.isAt(holder) + " ORDER BY since, seq",
                        new Values().holder(holder),
                        STANDING,
                        GRANT));
    }

    @Override
    public boolean isKnown(String registry, AccountId owner, AccountId account) {
        // Its id stands in the ARN of whatever belongs to it.
        return !statements
                .list(
                        "SELECT id FROM grant_ WHERE state IN (<words>) AND account = :owner AND registry = :registry"
                                + " AND principal LIKE :some FETCH FIRST 1 ROW ONLY",
                        new Values()
                                .text("owner", owner.value())
                                .text("registry", registry)
                                .text("some", "%" + account.value() + "%"),
                        STATES,
                        ID)
                .isEmpty();
    }

    @Override
    public List<Grant> active() {
        return statements.readable(
                "SELECT * FROM grant_ WHERE state = :active ORDER BY since, seq",
                new Values().text("active", Grant.State.ACTIVE.name()),
                GRANT);
    }

    @Override
    public List<Grant> heldBy(PersonId requester, int limit) {
        return statements.readable(
                "SELECT * FROM grant_ WHERE requester_team = :requester_team AND requester_user = :requester_user"
                        + " AND state <> :ended ORDER BY until NULLS LAST, seq FETCH FIRST :limit ROWS ONLY",
                new Values().person("requester", requester).text("ended", Grant.State.ENDED.name()),
                limit,
                GRANT);
    }

    // What an unreadable grant gives can't be told, so nobody may go by the others alone.
    private static List<Grant> whole(PolicyHolder holder, Supplier<List<Grant>> grants) {
        try {
            return grants.get();
        } catch (UnreadableRow e) {
            throw new ProblemException(StoreProblems.grantUnreadable(holder.label()), e);
        }
    }

    @Override
    public List<Grant> endedBy(RequestId request) {
        return statements.list(
                "SELECT * FROM grant_ WHERE ended_by = :request ORDER BY since, seq",
                new Values().text("request", request.value()),
                GRANT);
    }

    @Override
    public void update(Grant next) {
        Values columns = columns(next);
        String update = "UPDATE grant_ SET " + columns.asAssignments()
                + ", look_at = CASE WHEN until = :until THEN look_at END WHERE id = :id";
        statements.runOnOne(update, columns.text("id", next.id().toString()), "there is no grant " + next.id());
    }

    @Override
    public List<Grant> due(Instant now, Set<RegionalRegistry> without, int limit) {
        Values values = ofActive().time("now", now);
        return statements.readable(
                "SELECT * FROM grant_ WHERE " + DUE + values.outside(without) + ORDER + " FETCH FIRST :limit ROWS ONLY",
                values,
                limit,
                GRANT);
    }

    @Override
    public List<Ending> ending(Soon soon, int before, int limit) {
        return new SqlLists(statements).ending(soon, before, limit);
    }

    @Override
    public long countEnding(Soon soon, int most) {
        return new SqlLists(statements).countEnding(soon, most);
    }

    @Override
    public Overdue overdue(Instant now) {
        return statements
                .first(
                        "SELECT count(*) AS number, min(until) AS since FROM grant_"
                                + " WHERE state IN (:active, :ending) AND until <= :now",
                        ofActive().text("ending", Grant.State.ENDING.name()).time("now", now),
                        OVERDUE)
                .orElseThrow();
    }

    @Override
    public boolean isDue(GrantId id, Instant now) {
        return statements.count(
                        "SELECT count(*) FROM grant_ WHERE id = :id AND " + DUE,
                        id(id).text("active", Grant.State.ACTIVE.name()).time("now", now))
                > 0;
    }

    @Override
    public List<GrantId> toLookAt(Instant now, int limit) {
        return statements.list(
                "SELECT id FROM (" + LOOK + "IS NULL UNION ALL " + LOOK + "<= :now) AS due"
                        + " ORDER BY until, seq FETCH FIRST :limit ROWS ONLY",
                ofActive().time("now", now).number("limit", limit),
                ID);
    }

    @Override
    public void lookAgain(GrantId id, Instant at) {
        statements.runOnOne(
                "UPDATE grant_ SET look_at = :at WHERE id = :id", id(id).time("at", at), "there is no grant " + id);
    }

    @Override
    public int postpone(GrantId id, Instant nextTry) {
        statements.runOnOne(
                "UPDATE grant_ SET next_try = :next_try, failures = failures + 1 WHERE id = :id",
                id(id).time("next_try", nextTry),
                "there is no grant " + id);
        return failures(id);
    }

    @Override
    public int failures(GrantId id) {
        return Math.toIntExact(statements.count("SELECT failures FROM grant_ WHERE id = :id", id(id)));
    }

    private static Values ofActive() {
        return new Values().text("active", Grant.State.ACTIVE.name());
    }

    private static Values id(GrantId id) {
        return new Values().text("id", id.toString());
    }

    /** All that a grant holds but its id; {@link #read} is the way back. */
    private static Values columns(Grant grant) {
        return new Values()
                .text("registry", grant.registry())
                .target(grant.target())
                .principal(grant.principal())
                .access(Optional.of(grant.access()))
                .person("requester", grant.requester())
                .time("since", grant.since())
                .time("until", grant.until())
                .text("state", grant.state().name())
                .time("ended_at", grant.ended().map(Grant.End::at))
                .text("ended_why", grant.ended().map(end -> end.reason().name()))
                .text("ended_by", grant.ended().flatMap(Grant.End::by).map(RequestId::value));
    }

    private static Grant read(Row row) throws SQLException {
        Optional<Instant> endedAt = row.timeIfAny("ended_at");
        return new Grant(
                new GrantId(new RequestId(row.text("id"))),
                row.text("registry"),
                row.target(),
                row.principal(),
                row.access(),
                row.person("requester"),
                row.time("since"),
                row.timeIfAny("until"),
                row.word("state", Grant.State.class),
                endedAt.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Grant.End(
                                endedAt.get(),
                                row.word("ended_why", Grant.Reason.class),
                                row.textIfAny("ended_by").map(RequestId::new))));
    }
}
