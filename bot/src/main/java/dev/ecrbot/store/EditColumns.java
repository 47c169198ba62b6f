package dev.ecrbot.store;

import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.EditVisitor;
import dev.ecrbot.policy.plan.TakeOver;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** An edit as columns, and back. */
final class EditColumns {

    /** Which edit it is. Names are stored: never renamed, only added to. */
    private enum Kind {
        GRANT,
        OWN_GRANT,
        TAKE_OVER,
        REVOKE,
        END,
        EXTEND,
        UNDO
    }

    private EditColumns() {}

    static void write(Edit edit, RequestId owner, Values values) {
        edit.visit(new Writer(values, owner, "edit"));
    }

    /** Writes each kind of edit; an undo in the columns of what it undoes, and its own beside. */
    private record Writer(Values values, RequestId owner, String column) implements EditVisitor<Values> {
        @Override
        public Values grant(Edit.Grant grant) {
            return plain(grant.own() ? Kind.OWN_GRANT : Kind.GRANT, grant, Optional.empty(), grant.until());
        }

        @Override
        public Values takeOver(TakeOver takeOver) {
            return plain(Kind.TAKE_OVER, takeOver, Optional.empty(), takeOver.until());
        }

        @Override
        public Values extend(Edit.Extend extend) {
            return plain(Kind.EXTEND, extend, Optional.of(extend.from()), extend.until());
        }

        @Override
        public Values revoke(Edit.Revoke revoke) {
            return plain(Kind.REVOKE, revoke, Optional.empty(), Optional.empty());
        }

        @Override
        public Values end(Edit.End end) {
            return plain(Kind.END, end, Optional.empty(), end.until());
        }

        @Override
        public Values undo(Edit.Undo undo) {
            return undo.done()
                    .visit(new Writer(values, owner, "undone_edit"))
                    .text("edit", Kind.UNDO.name())
                    .keeping("undone_plan", texts -> PlanColumn.write(undo.plan(), owner, texts));
        }

        private Values plain(Kind kind, Edit.Undoable edit, Optional<Instant> from, Optional<Instant> until) {
            return values.text("undone_edit", Optional.empty())
                    .text("undone_plan", Optional.empty())
                    .principal(edit.principal())
                    .text(column, kind.name())
                    .access(edit.accessIfNamed())
                    .time("extends_from", from)
                    .time("until", until);
        }
    }

    static Edit read(Row row) throws SQLException {
        Kind kind = row.word("edit", Kind.class);
        return kind == Kind.UNDO
                ? new Edit.Undo(plain(row, row.word("undone_edit", Kind.class)), PlanColumn.read(row, "undone_plan"))
                : plain(row, kind);
    }

    private static Edit.Undoable plain(Row row, Kind kind) throws SQLException {
        Principal principal = row.principal();
        Optional<Access> access = row.accessIfAny();
        Optional<Instant> until = row.timeIfAny("until");
        return switch (kind) {
            case GRANT -> new Edit.Grant(principal, access.orElseThrow(), until);
            case OWN_GRANT -> new Edit.Grant(principal, access.orElseThrow(), until).onItsOwn();
            case TAKE_OVER -> new TakeOver(principal, access.orElseThrow(), until);
            case REVOKE -> new Edit.Revoke(principal, access);
            case EXTEND -> new Edit.Extend(principal, access.orElseThrow(), row.time("extends_from"), until);
            case END -> new Edit.End(principal, access.orElseThrow(), until);
            case UNDO -> throw new IllegalStateException("a stored undo of an undo");
        };
    }
}
