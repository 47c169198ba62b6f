package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Consequences;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.ledger.Requests;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code request}; approvals and cards have tables and classes of their own. */
final class SqlRequests implements Requests {
    static final RowMapper<Request> REQUEST = Row.as("request", RequestColumns::read);
    private static final int TURNS = 256;
    private static final String TURN = "SELECT number FROM turn WHERE number = :number FOR UPDATE";
    private static final RowMapper<Long> NUMBER = Row.as("turn", row -> row.number("number"));
    private static final RowMapper<RequestId> ID = Row.as("request", row -> new RequestId(row.text("id")));

    private final Statements statements;
    private final SqlApprovals approvals;
    private final SqlCards cards;
    private final SqlLists lists;
    private final Consequences consequences;

    SqlRequests(Statements statements, Consequences consequences) {
        this.statements = statements;
        this.consequences = consequences;
        this.approvals = new SqlApprovals(statements);
        this.cards = new SqlCards(statements);
        this.lists = new SqlLists(statements);
    }

    @Override
    public void add(Request request, String askKey) {
        Values row = RequestColumns.of(request)
                .text("id", request.id().value())
                .time("created_at", request.createdAt())
                .text("ask_key", askKey)
                .time("look_at", request.createdAt());
        if (!statements.insertIfAbsent("request", row)) {
            // The same ask of a machine, sent twice at once, has the same id.
            if (find(request.id()).isPresent() && open(askKey).isEmpty()) {
                throw new IllegalStateException("the id " + request.id() + " is taken");
            }
            throw new AskedAlready();
        }
        consequences.stored(request);
    }

    @Override
    public Optional<Request> find(RequestId id) {
        return statements.first("SELECT * FROM request WHERE id = :id", id(id), REQUEST);
    }

    @Override
    public Optional<Request> lock(RequestId id) {
        return statements.first("SELECT * FROM request WHERE id = :id FOR UPDATE", id(id), REQUEST);
    }

    @Override
    public Optional<Request> open(String askKey) {
        return statements.first(
                "SELECT * FROM request WHERE ask_key = :ask_key", new Values().text("ask_key", askKey), REQUEST);
    }

    @Override
    public void update(Request next) {
        Values columns = RequestColumns.of(next);
        String update = "UPDATE request SET " + columns.asAssignments() + """
            , ask_key = CASE WHEN :final THEN NULL ELSE ask_key END,
            look_at = CASE WHEN revision = :revision THEN look_at ELSE :changed_at END
            WHERE id = :id AND version = :version_before
            """;
        // Before its plan's texts are looked for: whoever lets go of it at this moment has the row as well.
        statements.first("SELECT id FROM request WHERE id = :id FOR UPDATE", id(next.id()), ID);
        Values values = columns.text("id", next.id().value())
                .flag("final", next.stage().state().isFinal())
                .number("version_before", next.version() - 1);
        statements.runOnOne(update, values, next.id() + " has no version before " + next.version());
        consequences.stored(next);
    }

    @Override
    public List<RequestId> in(Set<RequestState> states) {
        if (states.isEmpty()) {
            return List.of();
        }
        return statements.list(
                "SELECT id FROM request WHERE state IN (<words>) ORDER BY seq",
                states.stream().map(RequestState::name).toList(),
                ID);
    }

    @Override
    public List<Request> in(Set<RequestState> states, PolicyHolder holder) {
        if (states.isEmpty()) {
            return List.of();
        }
        return statements.list(
                "SELECT * FROM request WHERE state IN (<words>) AND account = :account AND region = :region AND "
                        + Values.isAt(holder) + " ORDER BY seq",
                new Values().holder(holder),
                states.stream().map(RequestState::name).toList(),
                REQUEST);
    }

    @Override
    public List<Request> of(PersonId requester, int limit) {
        return statements.readable("""
            SELECT * FROM request
            WHERE requester_team = :requester_team AND requester_user = :requester_user
            ORDER BY requester_team DESC, requester_user DESC, seq DESC
            FETCH FIRST :limit ROWS ONLY
            """, new Values().person("requester", requester), limit, REQUEST);
    }

    @Override
    public List<Request> underWay(PersonId requester, int limit) {
        return statements.readable(
                """
                SELECT * FROM request
                WHERE requester_team = :requester_team AND requester_user = :requester_user
                    AND state IN (:approved, :applying)
                ORDER BY seq DESC
                FETCH FIRST :limit ROWS ONLY
                """,
                new Values()
                        .person("requester", requester)
                        .text("approved", RequestState.APPROVED.name())
                        .text("applying", RequestState.APPLYING.name()),
                limit,
                REQUEST);
    }

    @Override
    public void turn(PersonId requester) {
        Values key = new Values()
                .number(
                        "number",
                        Math.floorMod(
                                31 * requester.team().hashCode()
                                        + requester.user().hashCode(),
                                TURNS));
        if (statements.first(TURN, key, NUMBER).isEmpty()) {
            statements.insertIfAbsent("turn", key);
            statements.first(TURN, key, NUMBER);
        }
    }

    @Override
    public long waitingOf(PersonId requester) {
        return statements.count(
                """
                SELECT COUNT(DISTINCT COALESCE(
                    (SELECT lead FROM bundle_member WHERE bundle_member.request = request.id), request.id))
                FROM request
                WHERE requester_team = :requester_team AND requester_user = :requester_user AND state = :state
                """, new Values().person("requester", requester).text("state", RequestState.PENDING.name()));
    }

    @Override
    public List<Request> pending(int limit) {
        return statements.readable(
                "SELECT * FROM request WHERE state = :state ORDER BY state, seq FETCH FIRST :limit ROWS ONLY",
                new Values().text("state", RequestState.PENDING.name()),
                limit,
                REQUEST);
    }

    @Override
    public List<Request> matching(RequestFilter filter, int before, int limit) {
        return lists.matching(filter, before, limit);
    }

    @Override
    public long count(RequestFilter filter) {
        return lists.count(filter);
    }

    @Override
    public long count(RequestFilter filter, int most) {
        return lists.count(filter, most);
    }

    @Override
    public List<RequestId> toLookAt(Instant now, int limit) {
        return statements.list(
                """
                SELECT id FROM request WHERE state = :state AND look_at <= :now
                ORDER BY look_at, seq
                FETCH FIRST :limit ROWS ONLY
                """,
                new Values()
                        .text("state", RequestState.PENDING.name())
                        .time("now", now)
                        .number("limit", limit),
                ID);
    }

    @Override
    public void lookAgain(RequestId id, Instant at) {
        statements.runOnOne(
                "UPDATE request SET look_at = :at WHERE id = :id", id(id).time("at", at), "there is no request " + id);
    }

    @Override
    public boolean approve(RequestId id, int revision, Approval approval) {
        return approvals.add(id, revision, approval);
    }

    @Override
    public void withdraw(RequestId id, int revision, PersonId approver) {
        approvals.remove(id, revision, approver);
    }

    @Override
    public List<Approval> approvals(RequestId id, int revision) {
        return approvals.of(id, revision);
    }

    @Override
    public Optional<CardRef> card(RequestId id) {
        return cards.find(id);
    }

    @Override
    public void card(RequestId id, CardRef card) {
        cards.put(id, card);
    }

    private static Values id(RequestId id) {
        return new Values().text("id", id.value());
    }
}
