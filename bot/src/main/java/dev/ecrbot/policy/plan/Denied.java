package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.policy.evaluation.Evaluation;
import dev.ecrbot.policy.evaluation.EvaluationResult;
import dev.ecrbot.policy.evaluation.Question;
import dev.ecrbot.policy.evaluation.Verdict;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.problem.PlanProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.phrase.Denials;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Deny statements leave of a grant once it is written.
 *
 * @param whole whether each of its principals stays denied each of its actions
 * @param denied the actions that stay denied whatever isn't known, by the statement that denies them
 * @param depends the actions whose Deny depends on something, by the statement and what it depends on
 */
record Denied(String whom, boolean whole, Map<String, Set<String>> denied, Map<String, Set<String>> depends) {

    /** Asks the policy with the grant in it. Of a pattern nothing is said: each of its repositories may be denied something else. */
    static Optional<Denied> of(PolicyDocument proposed, Edit.Grant grant, PlanContext context) {
        if (!(context.target() instanceof Repository repository)) {
            return Optional.empty();
        }
        var evaluation = Evaluation.of(proposed, context.beside(), context.home());
        Map<String, Set<String>> denied = new LinkedHashMap<>();
        Map<String, Set<String>> depends = new LinkedHashMap<>();
        boolean whole = true;
        for (Principal part : grant.principal().parts()) {
            RequestContext known = RequestContext.of(repository, context.now())
                    .andAll(part)
                    .and(context.organizations().keys(part));
            for (String action : new TreeSet<>(grant.access().actions())) {
                var question = new Question(part, action, repository);
                EvaluationResult answer = evaluation.answer(question, known);
                boolean certain = answer.verdict() instanceof Verdict.No;
                Optional<Decider> by = answer.decidedBy().stream()
                        .filter(decider -> decider.part() == Decider.Part.DENIES)
                        .findFirst();
                by.ifPresent(decider -> (certain ? denied : depends)
                        .computeIfAbsent(named(decider, certain), key -> new TreeSet<>())
                        .add(action.replaceFirst("^ecr:", "")));
                whole &= certain && by.isPresent();
            }
        }
        return denied.isEmpty() && depends.isEmpty()
                ? Optional.empty()
                : Optional.of(new Denied(context.names().of(grant.principal()), whole, denied, depends));
    }

    private static String named(Decider decider, boolean certain) {
        boolean beside = decider.source() == Decider.Source.REGISTRY;
        String statement = decider.sid()
                        .map(sid -> Denials.named(PrincipalLabels.clean(sid)))
                        .orElseGet(() -> beside ? Denials.unnamed() : Denials.numbered(decider.statement() + 1))
                + (beside ? Denials.OF_REGISTRY : "");
        return certain ? statement : Denials.dependingOn(statement, decider.dependsOn());
    }

    /** Returns why the grant would give nothing at all; empty if it gives something, or may. */
    Optional<Problem> refusal(Edit.Grant grant, PlanContext context) {
        return whole
                ? Optional.of(PlanProblems.denied(
                        PrincipalLabels.capital(whom),
                        grant.access(),
                        context.target(),
                        denied.keySet().stream().map(Denials::withPolicy).toList()))
                : Optional.empty();
    }

    /** Returns what stays denied, and what depends on something, in a sentence for each statement. */
    String text() {
        return Stream.concat(
                        denied.entrySet().stream().map(by -> Denials.stays(by.getValue(), whom, by.getKey())),
                        depends.entrySet().stream().map(by -> Denials.mayBe(by.getValue(), whom, by.getKey())))
                .collect(Collectors.joining(" "));
    }
}
