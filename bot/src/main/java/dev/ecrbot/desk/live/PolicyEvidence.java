package dev.ecrbot.desk.live;

import dev.ecrbot.desk.ledger.Change;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Planned;
import dev.ecrbot.problem.Code;
import java.util.Optional;

/** Tells whether a grant, or what a change does, stands in a policy. */
public final class PolicyEvidence {
    private final Planning planning;

    public PolicyEvidence(Planning planning) {
        this.planning = planning;
    }

    /**
     * Returns whether the policy gives what the grant gave: as the bot wrote it, or in other words.
     *
     * @param live the policy as it is; empty where its repository is gone
     * @throws dev.ecrbot.problem.ProblemException if that can't be told
     */
    public boolean stands(Grant grant, Optional<PolicyDocument> live) {
        return live.filter(policy -> written(grant, policy) || given(grant, policy))
                .isPresent();
    }

    /** Returns whether the request's effect is there, whatever else was changed by others meanwhile, and however long ago. */
    public boolean took(Request request, PolicyDocument live) {
        Change change = request.change();
        if (change.edit() instanceof Edit.Undo) {
            return planning.isUndone(live, request.plan(), change);
        }
        Planned again = planning.plan(live, change);
        boolean nothingLeft = again instanceof Planned.NothingToChange
                || (again instanceof Plan plan && plan.proposed().sameAs(live));
        boolean nothingToRevoke = change.edit() instanceof Edit.Revoke
                && again instanceof Planned.Refused refused
                && refused.problem().code() == Code.NOTHING_TO_REVOKE;
        return nothingLeft || nothingToRevoke || given(change, live);
    }

    /** As {@link #took}, where somebody else may have given the same meanwhile in words of their own. */
    public boolean arrived(Request request, PolicyDocument live) {
        Edit edit = request.change().edit();
        boolean gives = edit instanceof Edit.Grant || edit instanceof Edit.Extend;
        return gives ? given(request.change(), live) : took(request, live);
    }

    // What has ended by now can't be planned again, and its statement stands all the same.
    private boolean given(Change change, PolicyDocument live) {
        if (change.edit() instanceof Edit.Extend extend) {
            var before = new Change(change.registry(), change.target(), extend.end(), change.grant());
            return isThere(change, extend.grant(), live) && !(planning.plan(live, before) instanceof Plan);
        }
        return change.edit() instanceof Edit.Grant grant && isThere(change, grant, live);
    }

    private boolean isThere(Change change, Edit.Grant given, PolicyDocument live) {
        var end = new Edit.End(given.principal(), given.access(), given.until());
        return planning.planAlone(live, change.target(), end) instanceof Plan;
    }

    /** Whether there is something to take out at its end. */
    private boolean written(Grant grant, PolicyDocument live) {
        return planning.plan(live, Change.ending(grant)) instanceof Plan;
    }

    /** Whether to grant it again would change nothing. */
    private boolean given(Grant grant, PolicyDocument live) {
        var again = new Edit.Grant(grant.principal(), grant.access(), grant.until());
        var change = new Change(grant.registry(), grant.target(), again, Optional.empty());
        return planning.plan(live, change) instanceof Planned.NothingToChange;
    }
}
