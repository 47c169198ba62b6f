package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.diff.Diff;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.diff.Effects;
import dev.ecrbot.policy.holding.EditScope;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.holding.Remaining;
import dev.ecrbot.problem.PlanProblems;
import dev.ecrbot.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans each kind of edit in its way.
 *
 * @param share the part of the policy that the edit can be about
 */
record EditPlanner(PolicyDocument base, EditScope share, PlanContext context) implements EditVisitor<Planned> {
    @Override
    public Planned grant(Edit.Grant grant) {
        Outcome outcome = held(grant).orElseGet(() -> new Granting(share.document(), grant, context).outcome());
        return planned(grant, Optional.empty(), outcome);
    }

    // What a wider resource gives already need not be given again.
    private Optional<Outcome> held(Edit.Grant grant) {
        return context.target() instanceof MatchingRepositories
                ? Optional.of(new Granting(share.reach(), grant, context).outcome())
                        .filter(Outcome::isThere)
                : Optional.empty();
    }

    @Override
    public Planned takeOver(TakeOver takeOver) {
        Outcome outcome = new TakingOver(share.document(), takeOver, context).outcome();
        return planned(takeOver, Optional.empty(), outcome);
    }

    @Override
    public Planned extend(Edit.Extend extend) {
        Outcome outcome = new Extending(share.document(), extend, context).outcome();
        return planned(extend, Optional.of(extend.end()), outcome);
    }

    // Since an orphan is dropped from every statement anyhow, only some of its actions can't be revoked.
    @Override
    public Planned revoke(Edit.Revoke revoke) {
        var whole = revoke.principal() instanceof Principal.Orphan
                ? new Edit.Revoke(revoke.principal(), Optional.empty())
                : revoke;
        return planned(whole, Optional.empty(), new Revoking(share.document(), whole, context).outcome());
    }

    @Override
    public Planned end(Edit.End end) {
        return planned(end, Optional.of(end), new Ending(share.document(), end, context).outcome());
    }

    @Override
    public Planned undo(Edit.Undo undo) {
        return Undoing.plan(base, undo, context);
    }

    private Planned planned(Edit.Undoable edit, Optional<Edit.End> ended, Outcome outcome) {
        return outcome.planned(changed -> finished(edit, ended.map(Edit.End::owned), changed));
    }

    private Planned finished(Edit.Undoable edit, Optional<Owned> ended, Outcome.Changed changed) {
        PolicyDocument part = base.with(Orphans.dropped(changed.statements(), context.home()));
        List<Effect> effects = effects(part, ended, edit.granted().map(Edit.Grant::owned));
        List<Statement> after = share.with(changed.statements());
        PolicyDocument proposed = base.with(Orphans.dropped(after, context.home()));
        IntentCheck.check(edit, effects, base, proposed, context.home());
        boolean gives = edit.gives();
        Optional<Planned> full = noRoom(proposed, gives);
        if (full.isPresent()) {
            return full.get();
        }
        var lint = new LintGate(base, proposed, context);
        Optional<Problem> error = lint.refusal().filter(problem -> gives);
        if (error.isPresent()) {
            return new Planned.Refused(error.get());
        }
        Optional<Denied> denied = edit.granted().flatMap(granted -> Denied.of(proposed, granted, context));
        Optional<Problem> vain =
                denied.flatMap(found -> edit.granted().flatMap(granted -> found.refusal(granted, context)));
        if (vain.isPresent()) {
            return new Planned.Refused(vain.get());
        }
        boolean near = gives && Planner.isNearLimit(proposed.size());
        return new Plan(
                base,
                proposed,
                effects,
                Diff.between(base, proposed),
                changed.touchedForeign(),
                Planner.warnings(
                        base, GrantWarnings.exact(changed.warnings(), denied), after, context, lint.warnings(), near),
                gives ? List.of() : Remaining.of(proposed, edit.principal(), context));
    }

    // Whether AWS counts a text as it is sent or as it is indented isn't known. What gives access has to fit either
    // way. What
    // takes it away is refused only where even the shorter one is too long, and never if it makes the policy shorter.
    private Optional<Planned> noRoom(PolicyDocument proposed, boolean gives) {
        if (gives) {
            int size = proposed.size();
            return size > PolicyDocument.LIMIT ? Optional.of(Planner.tooLarge(size, base, context)) : Optional.empty();
        }
        int sent = proposed.text().length();
        return sent > PolicyDocument.LIMIT && sent > base.text().length()
                ? Optional.of(new Planned.Refused(
                        PlanProblems.noRoomToTakeAway(context.target().holder(), sent, PolicyDocument.LIMIT)))
                : Optional.empty();
    }

    private List<Effect> effects(PolicyDocument part, Optional<Owned> ended, Optional<Owned> granted) {
        Set<Owned> before = new HashSet<>(context.owned());
        Set<Owned> after = new HashSet<>(context.owned());
        ended.ifPresent(before::add);
        granted.ifPresent(after::add);
        return Effects.between(
                DatedStatements.side(share.document(), before, context),
                DatedStatements.side(part, after, context),
                context.setting());
    }
}
