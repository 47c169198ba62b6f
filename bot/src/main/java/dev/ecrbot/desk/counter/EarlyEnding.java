package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.desk.apply.Applying;
import dev.ecrbot.desk.judge.GrantOfRequest;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.GrantProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Ends grants before their time, for their holders and for approvers; nobody has to approve that. */
final class EarlyEnding {
    private final Ledger ledger;
    private final Judging judging;
    private final Applying applying;

    EarlyEnding(Ledger ledger, Judging judging, Applying applying) {
        this.ledger = ledger;
        this.judging = judging;
        this.applying = applying;
    }

    Answer end(Asker asker, Command.End command) {
        return end(asker.person(), command.request(), grant -> true);
    }

    /**
     * Ends what the request gave, for a click.
     *
     * @param shown the end that the person was shown, be it that there is none
     */
    Answer end(Asker asker, String typedId, Optional<Instant> shown) {
        return end(asker.person(), typedId, grant -> grant.until().equals(shown));
    }

    /** Returns whether this person may end it, as far as can be told without asking anew. */
    boolean isOpenTo(PersonId person, Grant grant) {
        return grant.requester().equals(person)
                || judging.ruleForChange()
                        .rule(giving(grant))
                        .or(() -> judging.ruleForChange().rule(revocation(grant)))
                        .filter(rule -> judging.approvers().offersDenial(rule, person))
                        .isPresent();
    }

    private Answer end(PersonId person, String typedId, Predicate<Grant> asShown) {
        judging.refusals().asker(person, "end " + typedId);
        GrantOfRequest given = GrantOfRequest.find(ledger, judging.refusals(), person, typedId);
        Request request = given.request();
        Grant grant = given.grant();
        refusal(person, request, grant).ifPresent(problem -> {
            throw judging.refusals().decision(person, request, problem);
        });
        if (grant.state() == Grant.State.ENDED) {
            throw judging.refusals().decision(person, request, GrantOfRequest.ended(grant));
        }
        if (!asShown.test(grant)) {
            throw judging.refusals().decision(person, request, moved(grant));
        }
        try {
            return end(person, request, grant);
        } catch (AskedAlready e) {
            Grant now = again(grant);
            if (now.state() == Grant.State.ENDING) {
                return new Answer.Ending(request, false);
            }
            throw judging.refusals().decision(person, request, GrantOfRequest.ended(now));
        }
    }

    private Answer end(PersonId person, Request request, Grant grant) {
        Optional<Plan> plan = applying.grantEnding().end(grant, Optional.of(person));
        if (plan.isPresent()) {
            return new Answer.Ending(request, plan.get().effects().isEmpty());
        }
        Grant now = again(grant);
        if (now.ended().filter(end -> end.reason() == Grant.Reason.ENDED_EARLY).isPresent()) {
            return new Answer.Ending(request, true);
        }
        throw judging.refusals().decision(person, request, GrantOfRequest.ended(now));
    }

    private Grant again(Grant grant) {
        return ledger.transact(transaction -> transaction.grants().find(grant.id()))
                .orElseThrow();
    }

    private Optional<Problem> refusal(PersonId person, Request request, Grant grant) {
        if (grant.requester().equals(person)) {
            return judging.approvers().refusesMember(person);
        }
        // Where no rule gives it any more, who may approve its revocation may end it.
        Rule rule = judging.approvers()
                .rule(request)
                .or(() -> judging.approvers().rule(revocation(grant)))
                .orElseThrow(() -> judging.refusals()
                        .decision(person, request, judging.approvers().noRule(request)));
        return judging.approvers().refusesDenial(rule, person);
    }

    private static Change giving(Grant grant) {
        var edit = new Edit.Grant(grant.principal(), grant.access(), grant.until());
        return new Change(grant.registry(), grant.target(), edit, Optional.empty());
    }

    private static Change revocation(Grant grant) {
        var edit = new Edit.Revoke(grant.principal(), Optional.of(grant.access()));
        return new Change(grant.registry(), grant.target(), edit, Optional.empty());
    }

    private static Problem moved(Grant grant) {
        return GrantProblems.endMovedSince(grant.id().toString());
    }
}
