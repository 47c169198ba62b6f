package dev.ecrbot.rules;

import java.util.Optional;

/**
 * Who decides on what is asked under a rule. Immutable.
 *
 * @param approvals how many different people have to approve
 * @param selfApproval whether a requester who is also an approver may approve
 * @param owner the tag that says of each repository which of the people decide there; empty if all of them do
 * @param auto what the rule approves by itself; empty if nothing
 */
public record Approvers(
        People people, int approvals, boolean selfApproval, Optional<OwnerTag> owner, Optional<AutoApproval> auto) {

    /** People who decide on everything. */
    public Approvers(People people, int approvals, boolean selfApproval) {
        this(people, approvals, selfApproval, Optional.empty(), Optional.empty());
    }

    /** Returns these, where it is known who of them decides. */
    Approvers decidedBy(People known) {
        return new Approvers(known, approvals, selfApproval, Optional.empty(), auto);
    }

    /** @throws IllegalArgumentException if it would let anyone or nobody approve */
    public Approvers {
        if (people.anyone() || approvals < 1) {
            throw new IllegalArgumentException("a rule would let anyone or nobody approve");
        }
    }
}
