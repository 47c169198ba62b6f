package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.diff.Diff;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.diff.Effects;
import dev.ecrbot.policy.holding.EditScope;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.holding.Remaining;
import dev.ecrbot.policy.plan.Warning.Kind;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Works out what an edit makes of a policy, without touching anything: the same values always give the same plan.
 *
 * <p>Others' statements stay as they are unless the edit is about a principal in them, and statements that deny, that
 * except principals, that AWS Lambda wrote or that can't be understood always do. Ids of deleted principals are dropped
 * along the way.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html">Repository policies</a>
 */
public final class Planner {
    private static final double NEAR = 0.9;

    private Planner() {}

    /**
     * Plans the edit.
     *
     * @param base the policy as it is; {@link PolicyDocument#empty()} if there is none
     * @throws dev.ecrbot.problem.ProblemException if the plan would do anything that the edit doesn't mean
     */
    public static Planned plan(PolicyDocument base, Edit edit, PlanContext context) {
        Principal principal = edit.principal();
        if (!Principals.parse(principal.type(), principal.text()).equals(principal)) {
            return new Planned.Refused(new Problem(
                    Code.PRINCIPAL_MALFORMED,
                    "“" + Names.clean(principal.text()) + "” isn't a principal as AWS writes it.",
                    "Check the account, the path and the name."));
        }
        if (edit instanceof Edit.Undo undo) {
            return Undoing.plan(base, undo, context);
        }
        Edit whole = whole(edit);
        var share = EditScope.of(base, context.target());
        Outcome outcome = held(share, whole, context).orElseGet(() -> outcome(share.document(), whole, context));
        if (outcome instanceof Outcome.Stopped stopped) {
            return stopped.planned();
        }
        return finished(base, share, whole, context, (Outcome.Changed) outcome);
    }

    // What a wider resource gives already need not be given again.
    private static Optional<Outcome> held(EditScope share, Edit edit, PlanContext context) {
        return edit instanceof Edit.Grant grant && context.target() instanceof MatchingRepositories
                ? Optional.of(new Granting(share.reach(), grant, context).outcome())
                        .filter(outcome -> outcome instanceof Outcome.Stopped stopped
                                && stopped.planned() instanceof Planned.NothingToChange)
                : Optional.empty();
    }

    /**
     * Returns what the policy of the registry gives to the principal on the context's repository, whatever that one's own
     * policy says.
     */
    public static List<Holding> beside(PolicyDocument registry, Principal principal, PlanContext context) {
        return Remaining.beside(registry, principal, context);
    }

    // Since an orphan is dropped from every statement anyhow, only some of its actions can't be revoked.
    private static Edit whole(Edit edit) {
        return edit instanceof Edit.Revoke revoke && revoke.principal() instanceof Principal.Orphan
                ? new Edit.Revoke(revoke.principal(), Optional.empty())
                : edit;
    }

    private static Outcome outcome(PolicyDocument base, Edit edit, PlanContext context) {
        if (edit instanceof Edit.Grant grant) {
            return new Granting(base, grant, context).outcome();
        }
        if (edit instanceof Edit.Extend extend) {
            return new Extending(base, extend, context).outcome();
        }
        return edit instanceof Edit.Revoke revoke
                ? new Revoking(base, revoke, context).outcome()
                : new Ending(base, (Edit.End) edit, context).outcome();
    }

    private static Planned finished(
            PolicyDocument base, EditScope share, Edit edit, PlanContext context, Outcome.Changed changed) {
        PolicyDocument part = base.with(Orphans.dropped(changed.statements(), context.home()));
        List<Effect> effects = effects(share.document(), part, edit, context);
        List<Statement> after = share.with(changed.statements());
        PolicyDocument proposed = base.with(Orphans.dropped(after, context.home()));
        IntentCheck.check(edit, effects, base, proposed);
        boolean grants = edit instanceof Edit.Grant || edit instanceof Edit.Extend;
        int size = proposed.size();
        if (grants && size > PolicyDocument.LIMIT) {
            return tooLarge(size, context);
        }
        var lint = new LintGate(base, proposed, context);
        Optional<Problem> error = lint.refusal().filter(problem -> grants);
        if (error.isPresent()) {
            return new Planned.Refused(error.get());
        }
        return new Plan(
                base,
                proposed,
                effects,
                Diff.between(base, proposed),
                changed.touchedForeign(),
                warnings(base, changed.warnings(), after, context, lint.warnings(), grants && isNearLimit(size)),
                grants ? List.of() : Remaining.of(proposed, edit.principal(), context));
    }

    private static List<Effect> effects(PolicyDocument base, PolicyDocument proposed, Edit edit, PlanContext context) {
        Set<Owned> before = new HashSet<>(context.owned());
        Set<Owned> after = new HashSet<>(context.owned());
        if (edit instanceof Edit.Grant grant) {
            after.add(grant.owned());
        }
        if (edit instanceof Edit.End end) {
            before.add(end.owned());
        }
        if (edit instanceof Edit.Extend extend) {
            before.add(extend.end().owned());
            after.add(extend.grant().owned());
        }
        return Effects.between(
                DatedStatements.side(base, before, context),
                DatedStatements.side(proposed, after, context),
                context.setting());
    }

    static boolean isNearLimit(int size) {
        return size > NEAR * PolicyDocument.LIMIT;
    }

    static List<Warning> warnings(
            PolicyDocument base,
            List<Warning> own,
            List<Statement> after,
            PlanContext context,
            List<Warning> errors,
            boolean nearLimit) {
        var warnings = new ArrayList<>(own);
        warnings.addAll(errors);
        warnings.addAll(Orphans.warnings(after, context.home()));
        base.statements().stream().filter(Statement::opaque).forEach(statement -> warnings.add(opaque(statement)));
        if (nearLimit) {
            warnings.add(new Warning(
                    Kind.NEAR_SIZE_LIMIT,
                    "The policy has less than a tenth of its room left: soon it takes no more grants."));
        }
        return warnings.stream()
                .distinct()
                .sorted(Comparator.comparing(Warning::kind).thenComparing(Warning::text))
                .toList();
    }

    private static Warning opaque(Statement statement) {
        return new Warning(
                Kind.OPAQUE_STATEMENT,
                statement
                                .sid()
                                .map(sid -> "A statement (" + Names.clean(sid) + ")")
                                .orElse("A statement") + " of this policy can't be understood, and stays as it is.");
    }

    static Planned tooLarge(int size, PlanContext context) {
        return new Planned.Refused(new Problem(
                Code.POLICY_TOO_LARGE,
                String.format(
                        Locale.ROOT,
                        "The policy of %s would be too long: %,d of %,d characters.",
                        context.target().holder().label(),
                        size,
                        PolicyDocument.LIMIT),
                "Revoke what is no longer needed, or grant one whole account instead of many of its roles."));
    }
}
