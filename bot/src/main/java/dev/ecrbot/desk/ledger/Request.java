package dev.ecrbot.desk.ledger;

import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Instant;
import java.util.Optional;

/**
 * A change with its plan, waiting for a decision or past it. Immutable; {@link Requests#update} stores the next state.
 *
 * @param version counts every stored state, from 1; the store refuses an update that doesn't follow the stored one
 * @param revision counts the plans shown, from 1; a click belongs to the revision it was shown with
 * @param ask who asked for it; empty for what the bot does by itself, an ending for example
 * @param planMark the last recorded write to the repository when the plan's base was read
 * @param problem why it failed; present exactly when {@link RequestState#FAILED}
 * @param proof present exactly when {@link RequestState#APPLIED}
 */
public record Request(
        RequestId id,
        int version,
        int revision,
        RequestState state,
        Change change,
        Plan plan,
        long planMark,
        Optional<Ask> ask,
        Instant createdAt,
        Instant changedAt,
        Optional<Decision> decision,
        Optional<Problem> problem,
        Optional<Proof> proof) {
    public Request {
        if (problem.isPresent() != (state == RequestState.FAILED)) {
            throw new IllegalArgumentException("a failed request, and no other, has a problem");
        }
        if (proof.isPresent() != (state == RequestState.APPLIED)) {
            throw new IllegalArgumentException("an applied request, and no other, has a proof");
        }
    }

    /** Returns by what right it is made. What needs no approval is planned anew on whatever the policy is then. */
    public Authority authority() {
        if (ask.isPresent()) {
            return ask.get().approvals() > 0 ? Authority.APPROVAL : Authority.PERSON;
        }
        return decision.isPresent() ? Authority.PERSON : Authority.BOT;
    }

    /** Returns whose doing it is: whoever asked for it, or decided on it alone; empty for what the bot does by itself. */
    public Optional<PersonId> maker() {
        return ask.map(Ask::requester).or(() -> decision.map(Decision::by));
    }

    /** Returns the request as it is to be shown while this rule decides on it. */
    public Request under(Rule now) {
        return new Request(
                id,
                version,
                revision,
                state,
                change,
                plan,
                planMark,
                ask.map(given -> given.under(now)),
                createdAt,
                changedAt,
                decision,
                problem,
                proof);
    }

    /** Returns the next state: approved, denied or cancelled by somebody. */
    public Request decided(RequestState next, Decision by) {
        return next(next, revision, plan, planMark, by.at(), Optional.of(by), Optional.empty(), Optional.empty());
    }

    /** Returns the denied request with the denier's reason. */
    public Request reasoned(String reason, Instant at) {
        Decision given = decision.orElseThrow();
        var reasoned = new Decision(given.by(), given.at(), Optional.of(reason));
        return next(state, revision, plan, planMark, at, Optional.of(reasoned), Optional.empty(), Optional.empty());
    }

    /** Returns the next state without a change of anything else. */
    public Request moved(RequestState next, Instant at) {
        return next(next, revision, plan, planMark, at, decision, Optional.empty(), Optional.empty());
    }

    /** Returns the request with the plan worked out again just before writing; the revision stays, as the meaning does. */
    public Request applying(Plan now, Instant at) {
        return next(RequestState.APPLYING, revision, now, planMark, at, decision, Optional.empty(), Optional.empty());
    }

    /** Returns the request waiting again, with a plan nobody has approved. */
    public Request revised(Plan now, long mark, Instant at) {
        return next(
                RequestState.PENDING,
                revision + 1,
                now,
                mark,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the request waiting again, for a sooner end that an approver chose and nobody has approved. */
    public Request shortened(Change shorter, Plan now, long mark, Instant at) {
        return new Request(
                id,
                version + 1,
                revision + 1,
                RequestState.PENDING,
                shorter,
                now,
                mark,
                ask.map(Ask::withEndNamed),
                createdAt,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Request failed(Problem why, Instant at) {
        return next(RequestState.FAILED, revision, plan, planMark, at, decision, Optional.of(why), Optional.empty());
    }

    public Request applied(Proof how) {
        return next(
                RequestState.APPLIED,
                revision,
                plan,
                planMark,
                how.readBack(),
                decision,
                Optional.empty(),
                Optional.of(how));
    }

    private Request next(
            RequestState next,
            int nextRevision,
            Plan nextPlan,
            long mark,
            Instant at,
            Optional<Decision> by,
            Optional<Problem> why,
            Optional<Proof> how) {
        return new Request(
                id, version + 1, nextRevision, next, change, nextPlan, mark, ask, createdAt, at, by, why, how);
    }
}
