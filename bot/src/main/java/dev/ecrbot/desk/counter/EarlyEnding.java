package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.apply.UnconfirmedWrites;
import dev.ecrbot.desk.apply.EndingRequests;
import dev.ecrbot.desk.apply.Endings;
import dev.ecrbot.desk.judge.ApproverCheck;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.judge.GrantOfRequest;
import dev.ecrbot.desk.ledger.AskedAlready;
import dev.ecrbot.desk.ledger.Change;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.live.Planning;

import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Ends grants before their time, for their holders and for approvers; nobody has to approve that. */
public final class EarlyEnding {
    private final Ledger ledger;
    private final RecordedRefusals refusals;
    private final ApproverCheck approverCheck;
    private final EndingRequests endingRequests;
    private final Endings endings;
    private final UnconfirmedWrites unconfirmed;
    private final Clock clock;
    private final Runnable wakePostman;

    public EarlyEnding(
            Ledger ledger,
            RecordedRefusals refusals,
            ApproverCheck approverCheck,
            EndingRequests endingRequests,
            Endings endings,
            UnconfirmedWrites unconfirmed,
            Clock clock,
            Runnable wakePostman) {
        this.ledger = ledger;
        this.refusals = refusals;
        this.approverCheck = approverCheck;
        this.endingRequests = endingRequests;
        this.endings = endings;
        this.unconfirmed = unconfirmed;
        this.clock = clock;
        this.wakePostman = wakePostman;
    }

    /**
     * Ends what the request gave.
     *
     * @param shown the end that the person was shown, where they clicked on it
     */
    Answer end(PersonId person, String typedId, Optional<Instant> shown) {
        refusals.asker(person, "end " + typedId);
        GrantOfRequest given = GrantOfRequest.find(ledger, refusals, person, typedId);
        Request request = given.request();
        Grant grant = given.grant();
        refusal(person, request, grant).ifPresent(problem -> {
            throw refusals.decision(person, request, problem);
        });
        if (grant.state() == Grant.State.ENDED) {
            throw refusals.decision(person, request, GrantOfRequest.ended(grant));
        }
        if (shown.isPresent() && !shown.equals(grant.until())) {
            throw refusals.decision(person, request, moved(grant));
        }
        try {
            return end(person, request, grant);
        } catch (AskedAlready e) {
            Grant now = again(grant);
            if (now.state() == Grant.State.ENDING) {
                return new Answer.Ending(request, false);
            }
            throw refusals.decision(person, request, GrantOfRequest.ended(now));
        }
    }

    private Answer end(PersonId person, Request request, Grant grant) {
        Optional<Planning.Draft> draft = draft(grant);
        if (draft.isPresent() && draft.get().planned() instanceof Plan plan) {
            endingRequests.begin(grant, draft.get(), plan, Optional.of(person));
            return new Answer.Ending(request, plan.effects().isEmpty());
        }
        unconfirmed.look(grant.target().holder());
        ledger.record(transaction -> endings.over(transaction, grant, Optional.of(person), clock.instant()));
        wakePostman.run();
        Grant now = again(grant);
        if (now.ended().filter(end -> end.reason() == Grant.Reason.ENDED_EARLY).isPresent()) {
            return new Answer.Ending(request, true);
        }
        throw refusals.decision(person, request, GrantOfRequest.ended(now));
    }

    private Grant again(Grant grant) {
        return ledger.transact(transaction -> transaction.grants().find(grant.id())).orElseThrow();
    }

    /** Returns how it can be taken out; empty where its repository is gone, and the access with it. */
    private Optional<Planning.Draft> draft(Grant grant) {
        try {
            return Optional.of(endingRequests.draft(grant));
        } catch (ProblemException e) {
            if (e.problem().code() == Code.REPOSITORY_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<Problem> refusal(PersonId person, Request request, Grant grant) {
        if (grant.requester().equals(person)) {
            return approverCheck.refusesMember(person);
        }
        // Where no rule gives it any more, who may approve its revocation may end it.
        Rule rule = approverCheck.rule(request)
                .or(() -> approverCheck.rule(revocation(request.change())))
                .orElseThrow(() -> refusals.decision(person, request, approverCheck.noRule(request)));
        return approverCheck.refusesDenial(rule, person);
    }

    private static Change revocation(Change given) {
        Edit.Grant grant = (Edit.Grant) given.edit();
        var edit = new Edit.Revoke(grant.principal(), Optional.of(grant.access()));
        return new Change(given.registry(), given.target(), edit, Optional.empty());
    }

    private static Problem moved(Grant grant) {
        return new Problem(
                Code.REVISION_REPLACED,
                "That message spoke of an end of " + grant.id() + " that has been moved since, so nothing was done.",
                "If it is to end now all the same, type /ecr end " + grant.id() + ".");
    }
}
