package dev.ecrbot.desk.sight;

import dev.ecrbot.desk.live.RegistrySide;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.policy.evaluation.Evaluation;
import dev.ecrbot.policy.evaluation.EvaluationResult;
import dev.ecrbot.policy.evaluation.Question;
import dev.ecrbot.policy.evaluation.Verdict;
import dev.ecrbot.problem.phrase.RegistryDoubts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The policies that decide about a repository, as they were read for one answer. Immutable.
 *
 * @param exists whether the repository is there; where it isn't, {@code own} is what it would be made with
 * @param beside the registry's policy, as far as it could be read
 * @param tags the repository's tags; none if they aren't known
 * @param at the moment that it is judged by
 * @param indexed since when it may have changed, where the index was asked; empty where AWS was
 */
public record Sight(
        Repository repository,
        boolean exists,
        PolicyDocument own,
        RegistrySide beside,
        Map<String, String> tags,
        Organizations organizations,
        Instant at,
        Optional<Instant> indexed) {

    /** Returns what of these actions the two policies let the caller do now; an account stands for everyone in it. */
    public Capability judge(Principal whom, Collection<String> actions) {
        var evaluation = Evaluation.of(own, registry(), repository.region().partition());
        var allowed = new TreeSet<String>();
        var refused = new TreeSet<String>();
        var depends = new TreeMap<String, List<String>>();
        var deciding = new ArrayList<DecidingStatement>();
        Optional<String> reason = Optional.empty();
        for (String action : actions) {
            var question = new Question(whom, action, repository);
            EvaluationResult answer = evaluation.answer(question, known(question));
            sort(action, answer.verdict(), allowed, refused, depends);
            answer.decidedBy().stream()
                    .map(this::statement)
                    .filter(statement -> !deciding.contains(statement))
                    .forEach(deciding::add);
            reason = reason.or(answer::reason);
        }
        return new Capability(whom, allowed, refused, depends, deciding, reason);
    }

    /** Returns how it would be if the repository were made now, with this policy. */
    public Sight born(PolicyDocument policy) {
        return new Sight(repository, exists, policy, beside, tags, organizations, at, indexed);
    }

    /** Returns the registry's policy; the empty one where it says nothing, or can't be told what it says. */
    public PolicyDocument registry() {
        return beside.visit(
                RegistrySide.Read::policy, silent -> PolicyDocument.empty(), unread -> PolicyDocument.empty());
    }

    /** Returns what can't be told of the registry's side, as a sentence. */
    public Optional<String> doubt() {
        return beside.visit(
                read -> Optional.empty(),
                silent -> Optional.empty(),
                unread -> Optional.of(RegistryDoubts.gives(unread.why())));
    }

    private static void sort(
            String action,
            Verdict verdict,
            Collection<String> allowed,
            Collection<String> refused,
            Map<String, List<String>> depends) {
        if (verdict instanceof Verdict.Yes) {
            allowed.add(action);
        } else if (verdict instanceof Verdict.No) {
            refused.add(action);
        } else {
            depends.put(action, verdict.dependsOn());
        }
    }

    private RequestContext known(Question question) {
        RequestContext known = RequestContext.of(repository, at)
                .andAll(question.principal())
                .and(organizations.keys(question.principal()));
        // Without any, they may be there and unreadable.
        return tags.isEmpty() ? known : known.andTags(tags);
    }

    private DecidingStatement statement(Decider decider) {
        PolicyDocument policy = decider.source() == Decider.Source.REGISTRY ? registry() : own;
        Statement statement = policy.statements().get(decider.statement());
        return new DecidingStatement(
                decider.source(), decider.statement() + 1, decider.sid(), decider.part(), statement.conditions());
    }
}
