package dev.ecrbot.desk.sight;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.evaluation.Evaluation;
import dev.ecrbot.policy.evaluation.Question;
import dev.ecrbot.policy.evaluation.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Derives what a repository's policy and its registry's say together. No text of AWS spells out how the two combine; that
 * what either allows is allowed unless either denies it follows from how IAM treats policies of resources.
 */
public final class Derivation {
    private Derivation() {}

    /** Returns a verdict on these actions for each of those that the registry's policy is about and that could call. */
    public static List<Derived> of(
            PolicyDocument own,
            PolicyDocument registry,
            Repository repository,
            List<Principal> through,
            Set<String> actions,
            Instant now) {
        var evaluation = Evaluation.of(own, registry, repository.region().partition());
        return through.stream()
                .filter(Principal.Caller.class::isInstance)
                .distinct()
                .map(principal -> derived(evaluation, principal, repository, actions, now))
                .toList();
    }

    private static Derived derived(
            Evaluation evaluation, Principal principal, Repository repository, Set<String> actions, Instant now) {
        SortedSet<String> may = new TreeSet<>();
        SortedSet<String> perhaps = new TreeSet<>();
        actions.forEach(action -> {
            var question = new Question(principal, action, repository);
            Verdict verdict = evaluation.answer(question, question.known(now)).verdict();
            if (verdict instanceof Verdict.Yes) {
                may.add(action);
            } else if (!(verdict instanceof Verdict.No)) {
                perhaps.add(action);
            }
        });
        return new Derived(principal, may, perhaps);
    }
}
