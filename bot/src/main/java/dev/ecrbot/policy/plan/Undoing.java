package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.diff.Diff;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.diff.Effects;
import dev.ecrbot.policy.holding.EditScope;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.Ownership;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.holding.Remaining;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.UndoProblems;
import dev.ecrbot.problem.phrase.AlreadySo;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
     * @param context the grants in force are those of now, without the one that the change made or extended, and with those
     *     that are in force again afterwards
     * @throws ProblemException if the plan would do anything but reverse the change
     */
    static Planned plan(PolicyDocument live, Edit.Undo undo, PlanContext context) {
        Plan done = undo.plan();
        if (!live.sameAs(done.proposed())) {
            return new Planned.Refused(UndoProblems.changedSince(context.target()));
        }
        List<Statement> before = owned(back(live, done, context), live, undo, context);
        PolicyDocument proposed = done.base().with(before);
        if (proposed.sameAs(live) || (proposed.isEmpty() && live.isEmpty())) {
            return new Planned.NothingToChange(AlreadySo.nothingLeftToUndo(context.target()));
        }
        if (proposed.size() > PolicyDocument.LIMIT && proposed.size() > live.size()) {
            return Planner.tooLarge(proposed.size(), live, context);
        }
        var lint = new LintGate(live, proposed, context);
        Optional<Problem> error = lint.refusal();
        if (error.isPresent()) {
            return new Planned.Refused(error.get());
        }
        return checked(live, proposed, undo, context, lint);
    }

    /**
     * Returns whether a policy, whoever wrote it, means to all whom the undoing was about what the undoing makes it mean, and has none
     * of the statements that the undoing takes out: one whose end has passed means nothing any more, and stands there all the same.
     * What others have put beside since, be it a Deny, doesn't undo it.
     *
     * @param undone the plan of the undoing
     */
    public static boolean holds(PolicyDocument live, Plan undone, PlanContext context) {
        Set<String> there = canonical(live);
        Set<String> kept = canonical(undone.proposed());
        boolean left = canonical(undone.base()).stream()
                .filter(statement -> !kept.contains(statement))
                .anyMatch(there::contains);
        return !left
                && (meansWhatIsMeant(live, undone, context)
                        || meansWhatIsMeant(withoutNewOnes(live, undone), undone, context));
    }

    private static PolicyDocument withoutNewOnes(PolicyDocument live, Plan undone) {
        Set<String> known = canonical(undone.base());
        known.addAll(canonical(undone.proposed()));
        return live.with(live.statements().stream()
                .filter(statement -> BotStatement.of(statement).isPresent() || known.contains(statement.canonical()))
                .toList());
    }

    private static Set<String> canonical(PolicyDocument policy) {
        return policy.statements().stream().map(Statement::canonical).collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean meansWhatIsMeant(PolicyDocument live, Plan undone, PlanContext context) {
        return between(live, context.owned(), undone.proposed(), context.owned(), context).stream()
                .noneMatch(effect -> undone.effects().stream()
                        .anyMatch(meant -> Reach.includes(meant.principal(), effect.principal())));
    }

    private static List<Statement> back(PolicyDocument live, Plan done, PlanContext context) {
        Set<String> there = canonical(live);
        return Orphans.dropped(done.base().statements(), context.home()).stream()
                .filter(statement -> there.contains(statement.canonical())
                        || BotStatement.of(statement)
                                .flatMap(BotStatement::end)
                                .filter(end -> !end.isAfter(context.now()))
                                .isEmpty())
                .toList();
    }

    /** Returns the statements without what a grant in force stands behind now and none would afterwards. */
    private static List<Statement> owned(
            List<Statement> statements, PolicyDocument live, Edit.Undo undo, PlanContext context) {
        PolicyDocument proposed = live.with(statements);
        var now = new Ownership(live, inForce(undo, true, context), context.home());
        var then = new Ownership(proposed, inForce(undo, false, context), context.home());
        return statements.stream()
                .flatMap(statement -> BotStatement.of(statement)
                        .map(form -> new PrincipalRemoval(
                                        context.home(),
                                        holder -> undo.principal().parts().contains(holder)
                                                && now.ours(form, holder)
                                                && !then.ours(form, holder))
                                .from(statement))
                        .orElse(Optional.of(statement))
                        .stream())
                .toList();
    }

    private static Planned checked(
            PolicyDocument live, PolicyDocument proposed, Edit.Undo undo, PlanContext context, LintGate lint) {
        Plan done = undo.plan();
        List<Effect> effects =
                between(live, inForce(undo, true, context), proposed, inForce(undo, false, context), context);
        IntentCheck.checkReversed(undo, effects, live, proposed, context.home());
        Optional<Problem> harm = harm(done.effects(), effects, context);
        if (harm.isPresent()) {
            return new Planned.Refused(harm.get());
        }
        Set<String> after = canonical(proposed);
        List<String> touched = live.statements().stream()
                .filter(statement -> BotStatement.of(statement).isEmpty())
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

    private static List<Effect> between(
            PolicyDocument live, Set<Owned> now, PolicyDocument proposed, Set<Owned> then, PlanContext context) {
        return Effects.between(
                DatedStatements.side(EditScope.of(live, context.target()).document(), now, context),
                DatedStatements.side(EditScope.of(proposed, context.target()).document(), then, context),
                context.setting());
    }

    /** Returns the grants whose ends hold before the undoing, or after it. */
    private static Set<Owned> inForce(Edit.Undo undo, boolean before, PlanContext context) {
        Set<Owned> owned = new HashSet<>(context.owned());
        // What an ending took out is among the context's grants again.
        if (before) {
            undo.done().granted().map(Edit.Grant::owned).ifPresent(owned::add);
        } else if (undo.done() instanceof Edit.Extend extend) {
            owned.add(extend.end().owned());
        }
        return owned;
    }

    private static Optional<Problem> harm(List<Effect> done, List<Effect> effects, PlanContext context) {
        if (effects.stream().anyMatch(effect -> takesFromOthers(effect, context))) {
            return Optional.of(UndoProblems.takesFromOtherGrant(context.target()));
        }
        if (effects.stream().anyMatch(effect -> outlasts(effect, done))) {
            return Optional.of(UndoProblems.givesForLonger());
        }
        return Optional.empty();
    }

    // Two grants whose ends stand in the bot's records alone can share an entry in the policy.
    private static boolean takesFromOthers(Effect effect, PlanContext context) {
        return context.owned().stream()
                .filter(grant -> grant.principal().parts().contains(effect.principal()))
                .filter(grant -> !Collections.disjoint(AccessWords.folded(grant.access()), folded(effect.loses())))
                .anyMatch(grant -> effect.from()
                        .orElse(context.now())
                        .isBefore(grant.until().orElse(Instant.MAX)));
    }

    private static Set<String> folded(Set<String> actions) {
        return actions.stream().map(AccessWords::fold).collect(Collectors.toSet());
    }

    // An end that stands in the bot's records alone has no part in the statement that comes back.
    private static boolean outlasts(Effect effect, List<Effect> done) {
        List<Effect> lost = done.stream()
                .filter(one -> !one.loses().isEmpty() && Reach.includes(one.principal(), effect.principal()))
                .toList();
        List<Effect> same = lost.stream()
                .filter(one -> !Collections.disjoint(folded(one.loses()), folded(effect.gains())))
                .toList();
        Instant latest = (same.isEmpty() ? lost : same)
                .stream()
                        .map(one -> one.until().orElse(Instant.MAX))
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.MAX);
        return !effect.gains().isEmpty() && effect.until().orElse(Instant.MAX).isAfter(latest);
    }
}
