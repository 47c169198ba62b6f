package dev.ecrbot.desk.live;

import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.EditVisitor;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.TakeOver;
import dev.ecrbot.problem.Code;
import java.util.Optional;

/**
 * Tells of each kind of change whether its effect stands in a policy.
 *
 * @param byOthers whether somebody else may have given the same in words of their own, which is no effect of the change
 */
record EffectEvidence(Planning planning, Request request, PolicyDocument live, boolean byOthers)
        implements EditVisitor<Boolean> {

    // What has ended by now can't be planned again, and its statement stands all the same.
    @Override
    public Boolean grant(Edit.Grant grant) {
        return nothingToGive() || isThere(grant);
    }

    @Override
    public Boolean takeOver(TakeOver takeOver) {
        return nothingToGive() || isThere(takeOver.grant());
    }

    @Override
    public Boolean extend(Edit.Extend extend) {
        var before = new Change(change().registry(), change().target(), extend.end(), change().grant());
        return nothingToGive() || (isThere(extend.grant()) && !(planning.plan(live, before) instanceof Plan));
    }

    @Override
    public Boolean revoke(Edit.Revoke revoke) {
        return planning.plan(live, change())
                .<Boolean>visit(
                        this::changesNothing,
                        nothing -> true,
                        refused -> refused.problem().code() == Code.NOTHING_TO_REVOKE);
    }

    @Override
    public Boolean end(Edit.End end) {
        return nothingLeft();
    }

    @Override
    public Boolean undo(Edit.Undo undo) {
        return planning.isUndone(live, request.revision().plan(), change());
    }

    private boolean nothingToGive() {
        return !byOthers && nothingLeft();
    }

    private boolean nothingLeft() {
        return planning.plan(live, change()).<Boolean>visit(this::changesNothing, nothing -> true, refused -> false);
    }

    private boolean changesNothing(Plan plan) {
        return plan.proposed().sameAs(live);
    }

    private boolean isThere(Edit.Grant given) {
        var end = new Edit.End(given.principal(), given.access(), given.until());
        // What stands there for another grant on record is that one's effect.
        return byOthers
                ? planning.plan(live, new Change(change().registry(), change().target(), end, Optional.of(grant())))
                        instanceof Plan
                : planning.planAlone(live, change().target(), end) instanceof Plan;
    }

    private GrantId grant() {
        return change().grant().orElseGet(() -> new GrantId(request.id()));
    }

    private Change change() {
        return request.change();
    }
}
