package dev.ecrbot.rules;

import java.util.Optional;

/**
 * Who decides on what is asked under a rule. Immutable.
 *
 * @param approvals how many different people have to approve
 * @param selfApproval whether a requester who is also an approver may approve
 * @param auto what the rule approves by itself; empty if nothing
 */
public record Approvers(People people, int approvals, boolean selfApproval, Optional<AutoApproval> auto) {

    /** People who decide on everything. */
    public Approvers(People people, int approvals, boolean selfApproval) {
        this(people, approvals, selfApproval, Optional.empty());
    }

    /** @throws IllegalArgumentException if it would let anyone or nobody approve */
    public Approvers {
        if (people.anyone() || approvals < 1) {
            throw new IllegalArgumentException("a rule would let anyone or nobody approve");
        }
    }
}
