package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.lint.Finding;
import dev.ecrbot.policy.lint.LintContext;
import dev.ecrbot.policy.lint.Linter;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.List;
import java.util.Optional;

/** Keeps errors out of policies, and tells of those that are there. The length has a check of its own, with advice of its own. */
final class LintGate {
    private final List<Finding> before;
    private final List<Finding> after;

    LintGate(PolicyDocument base, PolicyDocument proposed, PlanContext context) {
        this.before = errors(base, context);
        this.after = errors(proposed, context);
    }

    /** Returns why the proposed policy mustn't be written, if it has an error that the base has not. */
    Optional<Problem> refusal() {
        return after.stream()
                .filter(error -> before.stream().noneMatch(error::sameAs))
                .findFirst()
                .map(error -> new Problem(
                        Code.POLICY_LINT,
                        "The change would bring an error into the policy: " + error.what(),
                        error.next()));
    }

    /** Returns what an approver should know of errors that stay; without places, which every other change moves. */
    List<Warning> warnings() {
        return after.stream()
                .map(error -> new Warning(
                        Warning.Kind.LINT_ERROR,
                        error.sid()
                                        .map(sid -> "In “" + Names.clean(sid) + "”: ")
                                        .orElse("")
                                + error.what()))
                .distinct()
                .toList();
    }

    private static List<Finding> errors(PolicyDocument document, PlanContext context) {
        var lint = new LintContext(
                context.target() instanceof Repository ? Source.REPOSITORY : Source.REGISTRY,
                Optional.of(context.target().account()),
                Optional.of(context.target().region()),
                context.accountNames(),
                context.now(),
                Optional.empty(),
                context.organizations());
        return Linter.errors(document, lint);
    }
}
