package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.lint.LintContext;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.policy.lint.Linter;
import dev.ecrbot.problem.PlanProblems;
import dev.ecrbot.problem.Problem;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps errors out of policies, and tells of those that are there. The length has a check of its own, with advice of its own. */
final class LintGate {
    private final List<LintFinding> before;
    private final List<LintFinding> after;

    LintGate(PolicyDocument base, PolicyDocument proposed, PlanContext context) {
        Set<Statement> kept = kept(base, proposed);
        List<LintFinding> stay = errors(base, kept::contains, context);
        this.before = both(stay, errors(base, statement -> !kept.contains(statement), context));
        this.after = both(stay, errors(proposed, statement -> !kept.contains(statement), context));
    }

    /** Returns why the proposed policy mustn't be written, if it has an error that the base has not. */
    Optional<Problem> refusal() {
        return after.stream()
                .filter(error -> before.stream().noneMatch(error::sameAs))
                .findFirst()
                .map(error -> PlanProblems.bringsError(error.what(), error.next()));
    }

    /** Returns what an approver should know of errors that stay; without places, which every other change moves. */
    List<Warning> warnings() {
        return after.stream()
                .map(error -> new Warning(
                        Warning.Kind.LINT_ERROR,
                        error.sid()
                                        .map(sid -> "In “" + PrincipalLabels.clean(sid) + "”: ")
                                        .orElse("")
                                + error.what()))
                .distinct()
                .toList();
    }

    /** Returns the statements that stay what they are, which need be looked at only once. */
    private static Set<Statement> kept(PolicyDocument base, PolicyDocument proposed) {
        Set<Statement> before = identities();
        Set<Statement> kept = identities();
        if (base.hasVariables() == proposed.hasVariables()) {
            before.addAll(base.statements());
            proposed.statements().stream().filter(before::contains).forEach(kept::add);
        }
        return kept;
    }

    private static Set<Statement> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static List<LintFinding> both(List<LintFinding> some, List<LintFinding> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static List<LintFinding> errors(PolicyDocument document, Predicate<Statement> which, PlanContext context) {
        var lint = new LintContext(
                context.target() instanceof Repository ? Source.REPOSITORY : Source.REGISTRY,
                Optional.of(context.target().account()),
                Optional.of(context.target().region()),
                context.accountNames(),
                context.now(),
                Optional.empty(),
                context.organizations());
        return Linter.errors(document, which, lint);
    }
}
