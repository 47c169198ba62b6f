package dev.ecrbot.desk.request;

import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.NamesGrant;
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
        if (grant.isPresent() != edit.visit(new NamesGrant())) {
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
                change.grant().or(() -> change.edit().granted().map(made -> new GrantId(done.id())));
        Edit.Undo undo = change.edit().undo(done.revision().plan());
        return new Change(change.registry(), change.target(), undo, given, Optional.of(done.id()));
    }

    /** Returns when the access ends that it gives, or gives for longer; empty if it gives none, or for good. */
    public Optional<Instant> end() {
        return edit.granted().flatMap(Edit.Grant::until);
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
