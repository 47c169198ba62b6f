package dev.ecrbot.desk;

import dev.ecrbot.policy.Edit;
import dev.ecrbot.policy.Plan;
import dev.ecrbot.policy.Planned;
import dev.ecrbot.policy.PolicyDocument;
import java.util.Optional;

/** Tells whether a grant still stands in a policy. */
final class Presence {
    private final Planning planning;

    Presence(Planning planning) {
        this.planning = planning;
    }

    /**
     * Returns whether the policy gives what the grant gave: as the bot wrote it, or in other words.
     *
     * @param live the policy as it is; empty where its repository is gone
     * @throws dev.ecrbot.problem.ProblemException if that can't be told
     */
    boolean stands(Grant grant, Optional<PolicyDocument> live) {
        return live.filter(policy -> written(grant, policy) || given(grant, policy))
                .isPresent();
    }

    /** Whether there is something to take out at its end. */
    private boolean written(Grant grant, PolicyDocument live) {
        return planning.plan(live, EndStart.change(grant)) instanceof Plan;
    }

    /** Whether to grant it again would change nothing. */
    private boolean given(Grant grant, PolicyDocument live) {
        var again = new Edit.Grant(grant.principal(), grant.access(), grant.until());
        var change = new Change(grant.registry(), grant.target(), again, Optional.empty());
        return planning.plan(live, change) instanceof Planned.NothingToChange;
    }
}
