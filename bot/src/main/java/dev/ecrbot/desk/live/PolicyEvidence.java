package dev.ecrbot.desk.live;

import dev.ecrbot.desk.ledger.Change;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Planned;
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
        return request.change().edit().visit(new EffectEvidence(planning, request, live, false));
    }

    /** As {@link #took}, where somebody else may have given the same meanwhile in words of their own. */
    public boolean arrived(Request request, PolicyDocument live) {
        return request.change().edit().visit(new EffectEvidence(planning, request, live, true));
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
