package dev.ecrbot.desk.live;

import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.EditVisitor;
import dev.ecrbot.policy.plan.TakeOver;

/** Whether somebody decides that access is taken away, and so has to know what of it is left through another policy. */
final class TakesAway implements EditVisitor<Boolean> {
    @Override
    public Boolean grant(Edit.Grant grant) {
        return false;
    }

    @Override
    public Boolean takeOver(TakeOver takeOver) {
        return false;
    }

    @Override
    public Boolean extend(Edit.Extend extend) {
        return false;
    }

    @Override
    public Boolean revoke(Edit.Revoke revoke) {
        return true;
    }

    @Override
    public Boolean end(Edit.End end) {
        return false;
    }

    @Override
    public Boolean undo(Edit.Undo undo) {
        return undo.done() instanceof Edit.Grant;
    }
}
