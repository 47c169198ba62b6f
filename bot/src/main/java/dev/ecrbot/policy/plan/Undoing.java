package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.OwnForm;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Works out how a recorded change is undone: the policy goes back to what it was before, for all whom the change concerned at
 * once, and for nobody else.
 *
 * <p>A policy is written whole, so this would wipe whatever somebody else wrote since: then it is refused. What nobody should
 * have back stays away: ids of deleted principals, statements whose end has passed, errors.
 */
public final class Undoing {
    private Undoing() {}

    /**
     * Plans to undo a change.
     *
     * @param live the policy as it is
     * @param done the plan of the change, as it was written
     * @param context the grants in force are those of now
     * @throws ProblemException if the plan would do anything but reverse the change
     */
    public static Planned plan(PolicyDocument live, Plan done, PlanContext context) {
        if (!live.sameAs(done.proposed())) {
            return new Planned.Refused(new Problem(
                    Code.POLICY_CHANGED,
                    "The policy of " + context.target().text()
                            + " isn't as that change left it: somebody changed it since, and undoing would wipe that.",
                    "Ask for what should change now, with a grant or a revocation."));
        }
        List<Statement> before = back(live, done, context);
        PolicyDocument proposed = done.base().with(before);
        if (proposed.sameAs(live) || (proposed.isEmpty() && live.isEmpty())) {
            return new Planned.NothingToChange("Nothing of that change is left in the policy of "
                    + context.target().text() + " to be undone.");
        }
        if (proposed.size() > PolicyDocument.LIMIT && proposed.size() > live.size()) {
            return Planner.tooLarge(proposed.size(), context);
        }
        var lint = new LintGate(live, proposed, context);
        Optional<Problem> error = lint.refusal();
        if (error.isPresent()) {
            return new Planned.Refused(error.get());
        }
        return checked(live, proposed, done, context, lint);
    }

    private static List<Statement> back(PolicyDocument live, Plan done, PlanContext context) {
        Set<String> there = new HashSet<>();
        live.statements().forEach(statement -> there.add(statement.canonical()));
        return Orphans.dropped(done.base().statements(), context.home()).stream()
                .filter(statement -> there.contains(statement.canonical())
                        || OwnForm.of(statement)
                                .flatMap(OwnForm::end)
                                .filter(end -> !end.isAfter(context.now()))
                                .isEmpty())
                .toList();
    }

    private static Plan checked(
            PolicyDocument live, PolicyDocument proposed, Plan done, PlanContext context, LintGate lint) {
        List<Effect> effects = Effects.between(
                Dated.side(live, context.owned(), context),
                Dated.side(proposed, context.owned(), context),
                context.setting());
        Intent.checkReversed(done.effects(), effects, live, proposed);
        Set<String> after = new HashSet<>();
        proposed.statements().forEach(statement -> after.add(statement.canonical()));
        List<String> touched = live.statements().stream()
                .filter(statement -> OwnForm.of(statement).isEmpty())
                .map(Statement::canonical)
                .filter(canonical -> !after.contains(canonical))
                .toList();
        List<Holding> remaining = effects.stream()
                .filter(effect -> !effect.loses().isEmpty())
                .map(Effect::principal)
                .distinct()
                .flatMap(principal -> Remaining.of(proposed, principal, context).stream())
                .distinct()
                .toList();
        boolean near = proposed.size() > live.size() && Planner.isNearLimit(proposed.size());
        return new Plan(
                live,
                proposed,
                effects,
                Diff.between(live, proposed),
                touched,
                Planner.warnings(live, List.of(), done.base().statements(), context, lint.warnings(), near),
                remaining);
    }
}
