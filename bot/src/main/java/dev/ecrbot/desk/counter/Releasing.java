package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.apply.Doubts;
import dev.ecrbot.desk.apply.EndStart;
import dev.ecrbot.desk.apply.Endings;
import dev.ecrbot.desk.judge.Bench;
import dev.ecrbot.desk.judge.Gate;
import dev.ecrbot.desk.judge.Given;
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
public final class Releasing {
    private final Ledger ledger;
    private final Gate gate;
    private final Bench bench;
    private final EndStart starting;
    private final Endings endings;
    private final Doubts doubts;
    private final Clock clock;
    private final Runnable wakePostman;

    public Releasing(
            Ledger ledger,
            Gate gate,
            Bench bench,
            EndStart starting,
            Endings endings,
            Doubts doubts,
            Clock clock,
            Runnable wakePostman) {
        this.ledger = ledger;
        this.gate = gate;
        this.bench = bench;
        this.starting = starting;
        this.endings = endings;
        this.doubts = doubts;
        this.clock = clock;
        this.wakePostman = wakePostman;
    }

    /**
     * Ends what the request gave.
     *
     * @param shown the end that the person was shown, where they clicked on it
     */
    Answer end(PersonId person, String typedId, Optional<Instant> shown) {
        gate.asker(person, "end " + typedId);
        Given given = Given.find(ledger, gate, person, typedId);
        Request request = given.request();
        Grant grant = given.grant();
        refusal(person, request, grant).ifPresent(problem -> {
            throw gate.decision(person, request, problem);
        });
        if (grant.state() == Grant.State.ENDED) {
            throw gate.decision(person, request, Given.ended(grant));
        }
        if (shown.isPresent() && !shown.equals(grant.until())) {
            throw gate.decision(person, request, moved(grant));
        }
        try {
            return end(person, request, grant);
        } catch (AskedAlready e) {
            Grant now = again(grant);
            if (now.state() == Grant.State.ENDING) {
                return new Answer.Ending(request, false);
            }
            throw gate.decision(person, request, Given.ended(now));
        }
    }

    private Answer end(PersonId person, Request request, Grant grant) {
        Optional<Planning.Draft> draft = draft(grant);
        if (draft.isPresent() && draft.get().planned() instanceof Plan plan) {
            starting.begin(grant, draft.get(), plan, Optional.of(person));
            return new Answer.Ending(request, plan.effects().isEmpty());
        }
        doubts.look(grant.target().holder());
        ledger.record(books -> endings.over(books, grant, Optional.of(person), clock.instant()));
        wakePostman.run();
        Grant now = again(grant);
        if (now.ended().filter(end -> end.reason() == Grant.Reason.ENDED_EARLY).isPresent()) {
            return new Answer.Ending(request, true);
        }
        throw gate.decision(person, request, Given.ended(now));
    }

    private Grant again(Grant grant) {
        return ledger.transact(books -> books.grants().find(grant.id())).orElseThrow();
    }

    /** Returns how it can be taken out; empty where its repository is gone, and the access with it. */
    private Optional<Planning.Draft> draft(Grant grant) {
        try {
            return Optional.of(starting.draft(grant));
        } catch (ProblemException e) {
            if (e.problem().code() == Code.REPOSITORY_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<Problem> refusal(PersonId person, Request request, Grant grant) {
        if (grant.requester().equals(person)) {
            return bench.refusesMember(person);
        }
        // Where no rule gives it any more, who may approve its revocation may end it.
        Rule rule = bench.rule(request)
                .or(() -> bench.rule(revocation(request.change())))
                .orElseThrow(() -> gate.decision(person, request, bench.noRule(request)));
        return bench.refusesDenial(rule, person);
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
