package dev.ecrbot.policy.plan;

import java.time.Instant;
import java.util.Optional;

/** What becomes of each kind of edit when the access that it gives is to end sooner; nothing if it gives none, or ends as soon. */
public record SoonerEnd(Instant end) implements EditVisitor<Optional<Edit>> {
    @Override
    public Optional<Edit> grant(Edit.Grant grant) {
        return isSooner(grant.until())
                ? Optional.of(new Edit.Grant(grant.principal(), grant.access(), Optional.of(end), grant.own()))
                : Optional.empty();
    }

    @Override
    public Optional<Edit> takeOver(TakeOver takeOver) {
        return isSooner(takeOver.until())
                ? Optional.of(new TakeOver(takeOver.principal(), takeOver.access(), Optional.of(end)))
                : Optional.empty();
    }

    @Override
    public Optional<Edit> extend(Edit.Extend extend) {
        return isSooner(extend.until())
                ? Optional.of(new Edit.Extend(extend.principal(), extend.access(), extend.from(), Optional.of(end)))
                : Optional.empty();
    }

    @Override
    public Optional<Edit> revoke(Edit.Revoke revoke) {
        return Optional.empty();
    }

    @Override
    public Optional<Edit> end(Edit.End ending) {
        return Optional.empty();
    }

    @Override
    public Optional<Edit> undo(Edit.Undo undo) {
        return Optional.empty();
    }

    private boolean isSooner(Optional<Instant> asked) {
        return asked.isEmpty() || end.isBefore(asked.get());
    }
}
