package dev.ecrbot.policy.evaluation;

import java.util.List;

/**
 * What all policies together decide, as IAM defines it.
 *
 * @param shares what each policy says by itself: the repository's and the registry's, then the caller's, then the organization's
 * @param reason a sentence that says which of them decided
 */
public record WholeAnswer(Verdict verdict, List<Share> shares, String reason) {
    public WholeAnswer {
        shares = List.copyOf(shares);
    }

    /** Returns the statements that decided what the policies say, policy by policy. */
    public List<Decider> decidedBy() {
        return shares.stream().flatMap(share -> share.decidedBy().stream()).toList();
    }
}
