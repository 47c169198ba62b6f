package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.judge.GrantOfRequest;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.TakeOver;
import dev.ecrbot.policy.plan.UndoableVisitor;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.UndoProblems;
import java.time.Instant;
import java.util.Optional;

/** Tells why a request can't be undone by what the records say; whether the policy allows it is for a plan to tell. */
public final class UndoObstacle {
    private UndoObstacle() {}

    /** Returns what rules the undo out whatever the policy is; empty if nothing does. */
    public static Optional<Problem> why(LedgerTransaction transaction, Change change, Instant now) {
        if (!(change.edit() instanceof Edit.Undo undo)) {
            return Optional.empty();
        }
        RequestId undone = change.undoes().orElseThrow();
        return by(transaction, undone)
                .map(by -> undoneAlready(undone, by))
                .or(() -> change.grant()
                        .flatMap(transaction.grants()::find)
                        .flatMap(grant -> undo.done().visit(new ByGrant(undone, grant, now))));
    }

    /** What the grant that the undone edit was about has to say to it. */
    private record ByGrant(RequestId undone, Grant grant, Instant now) implements UndoableVisitor<Optional<Problem>> {
        @Override
        public Optional<Problem> grant(Edit.Grant given) {
            return ended().or(() ->
                    grant.until().equals(given.until()) ? Optional.empty() : Optional.of(moved(undone, grant)));
        }

        @Override
        public Optional<Problem> takeOver(TakeOver takeOver) {
            return grant(takeOver.grant());
        }

        @Override
        public Optional<Problem> extend(Edit.Extend extend) {
            return ended().or(() -> grant.until().equals(extend.until())
                    ? Optional.of(passed(undone, grant))
                            .filter(problem -> !extend.from().isAfter(now))
                    : Optional.of(moved(undone, grant)));
        }

        @Override
        public Optional<Problem> revoke(Edit.Revoke revoke) {
            return ended();
        }

        @Override
        public Optional<Problem> end(Edit.End end) {
            boolean itsDoing = grant.ended().flatMap(Grant.End::by).equals(Optional.of(undone));
            return itsDoing ? Optional.empty() : Optional.of(nothingEnded(undone, grant));
        }

        private Optional<Problem> ended() {
            return grant.state() == Grant.State.ACTIVE ? Optional.empty() : Optional.of(GrantOfRequest.ended(grant));
        }
    }

    private static Optional<RequestId> by(LedgerTransaction transaction, RequestId undone) {
        return transaction.events().of(undone).stream()
                .filter(event -> event.kind() == EventKind.UNDONE)
                .flatMap(event -> RequestId.parse(event.details().getOrDefault(Detail.BY, "")).stream())
                .findFirst();
    }

    private static Problem undoneAlready(RequestId undone, RequestId by) {
        return UndoProblems.undoneAlready(undone.toString(), by.toString());
    }

    private static Problem nothingEnded(RequestId undone, Grant grant) {
        return UndoProblems.endedByOther(grant.id().toString(), undone.toString(), grant.target());
    }

    private static Problem moved(RequestId undone, Grant grant) {
        return UndoProblems.endMovedSince(grant.id().toString(), undone.toString());
    }

    private static Problem passed(RequestId undone, Grant grant) {
        return UndoProblems.endPassed(undone.toString(), grant.id().toString());
    }
}
