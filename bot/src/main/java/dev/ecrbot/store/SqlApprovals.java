package dev.ecrbot.store;

import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.rules.PersonId;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code approval}. */
final class SqlApprovals {
    private static final RowMapper<Approval> APPROVAL = Row.as(
            "approval", row -> new Approval(new PersonId(row.text("team"), row.text("user_id")), row.time("given_at")));

    private final Statements statements;

    SqlApprovals(Statements statements) {
        this.statements = statements;
    }

    boolean add(RequestId id, int revision, Approval approval) {
        return statements.insertIfAbsent(
                "approval",
                revision(id, revision)
                        .text("team", approval.by().team())
                        .text("user_id", approval.by().user())
                        .time("given_at", approval.at()));
    }

    List<Approval> of(RequestId id, int revision) {
        return statements.list("""
                SELECT team, user_id, given_at FROM approval
                WHERE request = :request AND revision = :revision
                ORDER BY given_at, seq
                """, revision(id, revision), APPROVAL);
    }

    void remove(RequestId id, int revision, PersonId by) {
        statements.run("""
                DELETE FROM approval
                WHERE request = :request AND revision = :revision AND team = :team AND user_id = :user_id
                """, revision(id, revision).text("team", by.team()).text("user_id", by.user()));
    }

    private static Values revision(RequestId id, int revision) {
        return new Values().text("request", id.value()).number("revision", revision);
    }
}
