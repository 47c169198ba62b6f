package dev.ecrbot.desk.live;

import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Hindrance;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Planned;
import java.util.Optional;

/** Tells whether a grant, or what a change does, stands in a policy. */
public final class PolicyEvidence {
    private final Planning planning;
    private final RegistryDenials denials;

    public PolicyEvidence(Planning planning, RegistryDenials denials) {
        this.planning = planning;
        this.denials = denials;
    }

    /**
     * Returns whether the policy gives what the grant gave: as the bot wrote it, or in other words.
     *
     * @param live the policy as it is; empty where its repository is gone
     * @throws dev.ecrbot.problem.ProblemException if that can't be told
     */
    public boolean stands(Grant grant, Optional<PolicyDocument> live) {
        return live.filter(policy -> written(grant, policy) || given(grant, policy))
                .isPresent();
    }

    /** Returns whether a statement of the policy gives what the grant gave, whoever else stands behind that. */
    public boolean isWritten(Grant grant, PolicyDocument live) {
        var end = new Edit.End(grant.principal(), grant.access(), grant.until());
        return planning.planAlone(live, grant.target(), end) instanceof Plan;
    }

    /**
     * Returns what statements of others deny of a grant that stands in the policy.
     *
     * @param denied by the registry's own policy
     */
    public Optional<Hindrance> hinders(Grant grant, PolicyDocument live, PolicyDocument denied) {
        var given = new Edit.Grant(grant.principal(), grant.access(), grant.until());
        return planning.hindrance(live, given, grant.target(), denied);
    }

    /**
     * Returns the request of a change that stands in a policy with what statements there deny of what it gives, in place of what its plan
     * says of that: others may have written some since.
     */
    public Request asFound(Request request, PolicyDocument live) {
        Optional<PolicyDocument> denied =
                denials.fresh(request.change().target().holder());
        if (denied.isEmpty() && request.revision().plan().deniedBeside()) {
            return request;
        }
        return request.change()
                .edit()
                .granted()
                .map(given -> request.replanned(request.revision()
                        .plan()
                        .hinderedBy(planning.hindrance(
                                live, given, request.change().target(), denied.orElseGet(PolicyDocument::empty)))))
                .orElse(request);
    }

    /**
     * As {@link #asFound}, of a change that was read back as it was written: nothing but the registry's own policy can say something else
     * by then, and that is read again only where the write took long.
     */
    public Request asProven(Request request, PolicyDocument live) {
        if (!request.change().edit().gives() || !denials.isOld(request.change().target())) {
            return request;
        }
        denials.now(request.change().target().holder());
        return asFound(request, live);
    }

    /**
     * Returns why the grant doesn't stand in the policy any more, as far as that shows.
     *
     * @param live the policy without it; empty where its repository is gone
     */
    public static Grant.Reason lost(Grant grant, Optional<PolicyDocument> live) {
        return lost(grant.target(), grant.owned(), live);
    }

    /** As the other, of what may be no grant yet. */
    public static Grant.Reason lost(Target target, Owned given, Optional<PolicyDocument> live) {
        if (live.isEmpty()) {
            return Grant.Reason.REPOSITORY_DELETED;
        }
        boolean mortal = given.principal() instanceof Principal.Role || given.principal() instanceof Principal.User;
        return mortal
                        && BotStatement.namesDeleted(
                                live.get(),
                                given.access(),
                                given.until(),
                                target.region().partition())
                ? Grant.Reason.PRINCIPAL_DELETED
                : Grant.Reason.FOUND_MISSING;
    }

    /** Returns whether the request's effect is there, whatever else was changed by others meanwhile, and however long ago. */
    public boolean took(Request request, PolicyDocument live) {
        return request.change().edit().visit(new EffectEvidence(planning, request, live, false));
    }

    /** As {@link #took}, where somebody else may have given the same meanwhile in words of their own. */
    public boolean arrived(Request request, PolicyDocument live) {
        return request.change().edit().visit(new EffectEvidence(planning, request, live, true));
    }

    /** Whether there is something to take out at its end. */
    private boolean written(Grant grant, PolicyDocument live) {
        return planning.plan(live, Change.ending(grant)) instanceof Plan;
    }

    /** Whether to grant it again would change nothing. */
    private boolean given(Grant grant, PolicyDocument live) {
        var again = new Edit.Grant(grant.principal(), grant.access(), grant.until());
        var change = new Change(grant.registry(), grant.target(), again, Optional.empty());
        return planning.plan(live, change) instanceof Planned.NothingToChange;
    }
}
