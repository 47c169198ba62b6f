package dev.ecrbot.policy.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * What the repository's side decides for a caller whose own side allows everything.
 *
 * <p>No text of AWS spells out how a repository's and a registry's policy go together; that what either allows is allowed
 * unless either denies it follows from how IAM treats policies of resources. So the verdict on both is derived, and each
 * has its own.
 *
 * @param verdict the derived one, of both policies together
 * @param decidedBy the statements that decided it: the repository's, then the registry's, each in the order written;
 *     none if it is "no" because nothing allows it
 * @param repository what the repository's policy says by itself
 * @param registry what the registry's policy says by itself
 * @param reason a sentence that says why the policies don't decide about what is asked; none if they do
 */
public record EvaluationResult(
        Verdict verdict, List<Decider> decidedBy, Verdict repository, Verdict registry, Optional<String> reason) {
    public EvaluationResult {
        decidedBy = List.copyOf(decidedBy);
    }
}
