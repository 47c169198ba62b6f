package dev.ecrbot.policy.plan;

/** Whether a change names the grant that it is about: a new grant has no id yet, and a revocation is about all that there are. */
public final class NamesGrant implements EditVisitor<Boolean> {
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
        return true;
    }

    @Override
    public Boolean revoke(Edit.Revoke revoke) {
        return false;
    }

    @Override
    public Boolean end(Edit.End end) {
        return true;
    }

    @Override
    public Boolean undo(Edit.Undo undo) {
        return !(undo.done() instanceof Edit.Revoke);
    }
}
