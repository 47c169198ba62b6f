package dev.ecrbot.desk.request;

import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Instant;
import java.util.Optional;

/**
 * A change with its plan, waiting for a decision or past it. Immutable; the ledger stores the next state.
 *
 * @param version counts every stored state, from 1; the store refuses an update that doesn't follow the stored one
 * @param ask who asked for it; empty for what the bot does by itself, an ending for example
 */
public record Request(
        RequestId id,
        int version,
        Change change,
        Optional<Ask> ask,
        Instant createdAt,
        Revision revision,
        Stage stage) {

    /** Returns a request as it is stored first. */
    public static Request begun(RequestId id, Change change, Optional<Ask> ask, Revision revision, Stage stage) {
        return new Request(id, 1, change, ask, stage.changedAt(), revision, stage);
    }

    /** Returns by what right it is made. What needs no approval is planned anew on whatever the policy is then. */
    public Authority authority() {
        boolean person = stage.decision().isPresent();
        if (ask.isEmpty()) {
            return person ? Authority.PERSON : Authority.BOT;
        }
        if (ask.get().approvals() > 0) {
            return Authority.APPROVAL;
        }
        return person ? Authority.PERSON : Authority.RULE;
    }

    /** Returns when it was decided last that it be done; what its rule approved was so from the beginning. */
    public Optional<Instant> decidedAt() {
        return authority() == Authority.RULE
                ? Optional.of(createdAt)
                : stage.decision().map(Decision::at);
    }

    /** Returns whose doing it is: whoever asked for it, or decided on it alone; empty for what the bot does by itself. */
    public Optional<PersonId> maker() {
        return ask.map(Ask::requester).or(() -> stage.decision().map(Decision::by));
    }

    /** Returns the request as it is to be shown while this rule decides on it. */
    public Request under(Rule now) {
        return new Request(id, version, change, ask.map(given -> given.under(now)), createdAt, revision, stage);
    }

    /** Returns the request with its plan as it is to be recorded with the next state. */
    public Request replanned(Plan now) {
        return new Request(id, version, change, ask, createdAt, revision.replanned(now), stage);
    }

    /** Returns the same under another id, before it is stored. */
    public Request known(RequestId other) {
        return new Request(other, version, change, ask, createdAt, revision, stage);
    }

    /** Returns the next state: approved, denied or cancelled by somebody. */
    public Request decided(RequestState next, Decision by) {
        return next(revision, stage.decided(next, by));
    }

    /** Returns the denied request with the denier's reason. */
    public Request reasoned(String reason, Instant at) {
        return next(revision, stage.reasoned(reason, at));
    }

    /** Returns the next state without a change of anything else. */
    public Request moved(RequestState next, Instant at) {
        return next(revision, stage.moved(next, at));
    }

    /** Returns the request with the plan worked out again just before writing; the revision stays, as the meaning does. */
    public Request applying(Plan now, Instant at) {
        return next(revision.replanned(now), stage.moved(RequestState.APPLYING, at));
    }

    /** Returns the request waiting again, with a plan nobody has approved. */
    public Request revised(Plan now, long mark, Instant at) {
        return next(revision.next(now, mark), Stage.pending(at));
    }

    /** Returns the request waiting again, for a sooner end that an approver chose and nobody has approved. */
    public Request shortened(Change shorter, Plan now, long mark, Instant at) {
        return new Request(
                id,
                version + 1,
                shorter,
                ask.map(Ask::withEndNamed),
                createdAt,
                revision.next(now, mark),
                Stage.pending(at));
    }

    /** Returns the request waiting again, for what its rule gives by now and nobody has approved. */
    public Request askedAnew(Change now, Plan plan, long mark, Instant at) {
        return new Request(id, version + 1, now, ask, createdAt, revision.next(plan, mark), Stage.pending(at));
    }

    /** Returns the request as it goes on as somebody else's, who asked for the same. */
    public Request handedTo(PersonId other, Origin where, Optional<String> why) {
        return new Request(
                id,
                version + 1,
                change,
                ask.map(given -> given.handedTo(other, where, why)),
                createdAt,
                revision,
                stage);
    }

    public Request failed(Problem why, Instant at) {
        return next(revision, stage.failed(why, at));
    }

    public Request applied(Proof how) {
        return next(revision, stage.applied(how));
    }

    /**
     * Returns whether what was approved failed for a reason that can pass, so that it may be worth another try. An extension and
     * an undo are asked for anew, since what they are about is another by then.
     */
    public boolean mayBeTriedAgain() {
        boolean passing =
                stage.problem().map(Problem::code).filter(Code::mayBeTriedAgain).isPresent();
        boolean plain = change.edit() instanceof Edit.Grant || change.edit() instanceof Edit.Revoke;
        return passing
                && plain
                && authority() == Authority.APPROVAL
                && stage.decision().isPresent();
    }

    private Request next(Revision nextRevision, Stage next) {
        return new Request(id, version + 1, change, ask, createdAt, nextRevision, next);
    }
}
