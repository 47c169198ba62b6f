package dev.ecrbot.desk.ledger;

import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.plan.Edit;
import java.time.Instant;
import java.util.Optional;

/**
 * One intended alteration of one policy.
 *
 * @param registry the configured name of the registry
 * @param grant the grant that this change ends or extends, and the one that was given, ended or extended by what it
 *     undoes; empty for a new grant, for a revocation, and where one is undone
 * @param undoes the request that this change undoes; present exactly for an {@link Edit.Undo}
 */
public record Change(String registry, Target target, Edit edit, Optional<GrantId> grant, Optional<RequestId> undoes) {
    public Change {
        if (grant.isPresent() != namesGrant(edit)) {
            throw new IllegalArgumentException(
                    "a change names the grant that it ends, extends or undoes, and no other");
        }
        if (undoes.isPresent() != (edit instanceof Edit.Undo)) {
            throw new IllegalArgumentException("an undo, and nothing else, names what it undoes");
        }
    }

    /** A change that undoes nothing. */
    public Change(String registry, Target target, Edit edit, Optional<GrantId> grant) {
        this(registry, target, edit, grant, Optional.empty());
    }

    /** Returns the change that ends the grant. */
    public static Change ending(Grant grant) {
        var edit = new Edit.End(grant.principal(), grant.access(), grant.until());
        return new Change(grant.registry(), grant.target(), edit, Optional.of(grant.id()));
    }

    /** Returns the change that takes back what the request did; it isn't an undo itself. */
    public static Change undoing(Request done) {
        Change change = done.change();
        Optional<GrantId> given =
                change.edit() instanceof Edit.Grant ? Optional.of(new GrantId(done.id())) : change.grant();
        var edit = new Edit.Undo(change.edit(), done.plan());
        return new Change(change.registry(), change.target(), edit, given, Optional.of(done.id()));
    }

    private static boolean namesGrant(Edit edit) {
        return edit instanceof Edit.Undo undo
                ? !(undo.done() instanceof Edit.Revoke)
                : edit instanceof Edit.End || edit instanceof Edit.Extend;
    }

    /** Returns when the access ends that it gives, or gives for longer; empty if it gives none, or for good. */
    public Optional<Instant> end() {
        if (edit instanceof Edit.Extend extend) {
            return extend.until();
        }
        return edit instanceof Edit.Grant given ? given.until() : Optional.empty();
    }

    /** Returns the grant that this change ends. */
    public Optional<GrantId> ends() {
        return grant.filter(id -> edit instanceof Edit.End);
    }

    /** Returns the grant that this change extends. */
    public Optional<GrantId> extended() {
        return grant.filter(id -> edit instanceof Edit.Extend);
    }
}
