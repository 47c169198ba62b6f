package dev.ecrbot.rules;

/**
 * Who decides on what is asked under a rule. Immutable.
 *
 * @param approvals how many different people have to approve
 * @param selfApproval whether a requester who is also an approver may approve
 */
public record Approvers(People people, int approvals, boolean selfApproval) {

    /** @throws IllegalArgumentException if it would let anyone or nobody approve */
    public Approvers {
        if (people.anyone() || approvals < 1) {
            throw new IllegalArgumentException("a rule would let anyone or nobody approve");
        }
    }
}
