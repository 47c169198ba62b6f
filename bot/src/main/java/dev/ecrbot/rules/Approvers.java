package dev.ecrbot.rules;

import java.util.Optional;

/**
 * Who decides on what is asked under a rule. Immutable.
 *
 * @param approvals how many different people have to approve
 * @param selfApproval whether a requester who is also an approver may approve
 * @param owner the tag that says of each repository which of the people decide there; empty if all of them do
 * @param auto what the rule approves by itself; empty if nothing
 * @param glass who may have it at once in an emergency; empty if nobody
 */
public record Approvers(
        People people,
        int approvals,
        boolean selfApproval,
        Optional<OwnerTag> owner,
        Optional<AutoApproval> auto,
        Optional<BreakGlass> glass) {

    /** People who decide on everything. */
    public Approvers(People people, int approvals, boolean selfApproval) {
        this(people, approvals, selfApproval, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns these, where it is known who of them decides. */
    Approvers decidedBy(People known) {
        return new Approvers(known, approvals, selfApproval, Optional.empty(), auto, glass);
    }

    /** @throws IllegalArgumentException if it would let anyone, nobody or a machine approve */
    public Approvers {
        if (people.anyone() || approvals < 1) {
            throw new IllegalArgumentException("a rule would let anyone or nobody approve");
        }
        if (!people.machines().isEmpty()) {
            throw new IllegalArgumentException("a rule would let a machine approve");
        }
    }
}
