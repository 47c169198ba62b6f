package dev.ecrbot.store;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.plan.Edit;
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
        EXTEND
    }

    private EditColumns() {}

    static void write(Edit edit, Values values) {
        values.principal(edit.principal());
        if (edit instanceof Edit.Grant grant) {
            write(Kind.GRANT, Optional.of(grant.access()), Optional.empty(), grant.until(), values);
        } else if (edit instanceof Edit.Revoke revoke) {
            write(Kind.REVOKE, revoke.access(), Optional.empty(), Optional.empty(), values);
        } else if (edit instanceof Edit.End end) {
            write(Kind.END, Optional.of(end.access()), Optional.empty(), end.until(), values);
        } else if (edit instanceof Edit.Extend extend) {
            write(Kind.EXTEND, Optional.of(extend.access()), Optional.of(extend.from()), extend.until(), values);
        } else {
            throw new IllegalArgumentException("no columns for " + edit.getClass());
        }
    }

    private static void write(
            Kind kind, Optional<Access> access, Optional<Instant> from, Optional<Instant> until, Values values) {
        values.text("edit", kind.name())
                .text("access", access.map(Access::name))
                .time("extends_from", from)
                .time("until", until);
    }

    static Edit read(Row row) throws SQLException {
        Principal principal = row.principal();
        Optional<Access> access = row.wordIfAny("access", Access.class);
        Optional<Instant> until = row.timeIfAny("until");
        return switch (row.word("edit", Kind.class)) {
            case GRANT -> new Edit.Grant(principal, access.orElseThrow(), until);
            case REVOKE -> new Edit.Revoke(principal, access);
            case EXTEND -> new Edit.Extend(principal, access.orElseThrow(), row.time("extends_from"), until);
            case END -> new Edit.End(principal, access.orElseThrow(), until);
        };
    }
}
