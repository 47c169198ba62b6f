package dev.ecrbot.store;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** An edit as columns, and back. */
final class EditColumns {

    /** Which edit it is. Names are stored: never renamed, only added to. */
    private enum Kind {
        GRANT,
        REVOKE,
        END,
        EXTEND,
        UNDO
    }

    private EditColumns() {}

    static void write(Edit edit, Values values) {
        if (edit instanceof Edit.Undo undo) {
            plain(undo.done(), "undone_edit", values);
            values.text("edit", Kind.UNDO.name())
                    .text("undone_plan", undo.plan().toJson().toString());
        } else {
            plain(edit, "edit", values);
            values.text("undone_edit", Optional.empty()).text("undone_plan", Optional.empty());
        }
    }

    private static void plain(Edit edit, String column, Values values) {
        values.principal(edit.principal());
        if (edit instanceof Edit.Grant grant) {
            write(column, Kind.GRANT, Optional.of(grant.access()), Optional.empty(), grant.until(), values);
        } else if (edit instanceof Edit.Revoke revoke) {
            write(column, Kind.REVOKE, revoke.access(), Optional.empty(), Optional.empty(), values);
        } else if (edit instanceof Edit.End end) {
            write(column, Kind.END, Optional.of(end.access()), Optional.empty(), end.until(), values);
        } else if (edit instanceof Edit.Extend extend) {
            write(
                    column,
                    Kind.EXTEND,
                    Optional.of(extend.access()),
                    Optional.of(extend.from()),
                    extend.until(),
                    values);
        } else {
            throw new IllegalArgumentException("no columns for " + edit.getClass());
        }
    }

    private static void write(
            String column,
            Kind kind,
            Optional<Access> access,
            Optional<Instant> from,
            Optional<Instant> until,
            Values values) {
        values.text(column, kind.name())
                .text("access", access.map(Access::name))
                .time("extends_from", from)
                .time("until", until);
    }

    static Edit read(Row row) throws SQLException {
        Kind kind = row.word("edit", Kind.class);
        return kind == Kind.UNDO
                ? new Edit.Undo(
                        plain(row, row.word("undone_edit", Kind.class)),
                        Plan.fromJson(Details.tree(row.text("undone_plan"))))
                : plain(row, kind);
    }

    private static Edit plain(Row row, Kind kind) throws SQLException {
        Principal principal = row.principal();
        Optional<Access> access = row.wordIfAny("access", Access.class);
        Optional<Instant> until = row.timeIfAny("until");
        return switch (kind) {
            case GRANT -> new Edit.Grant(principal, access.orElseThrow(), until);
            case REVOKE -> new Edit.Revoke(principal, access);
            case EXTEND -> new Edit.Extend(principal, access.orElseThrow(), row.time("extends_from"), until);
            case END -> new Edit.End(principal, access.orElseThrow(), until);
            case UNDO -> throw new IllegalStateException("a stored undo of an undo");
        };
    }
}
