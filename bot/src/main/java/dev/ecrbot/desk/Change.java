package dev.ecrbot.desk;

import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.plan.Edit;
import java.time.Instant;
import java.util.Optional;

/**
 * One intended alteration of one policy.
 *
 * @param registry the configured name of the registry
 * @param grant the grant that this change ends or extends; only for an {@link Edit.End} and an {@link Edit.Extend}
 */
public record Change(String registry, Target target, Edit edit, Optional<GrantId> grant) {
    public Change {
        if (grant.isPresent() != (edit instanceof Edit.End || edit instanceof Edit.Extend)) {
            throw new IllegalArgumentException("an ending or an extension, and nothing else, names its grant");
        }
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
