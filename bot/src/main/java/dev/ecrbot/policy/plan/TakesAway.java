package dev.ecrbot.policy.plan;

/** Whether somebody decides that access is taken away, and so has to know what of it is left through another policy. */
public final class TakesAway implements EditVisitor<Boolean> {
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
