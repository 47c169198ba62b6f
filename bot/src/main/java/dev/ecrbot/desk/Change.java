package dev.ecrbot.desk;

import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Edit;
import java.util.Optional;

/**
 * One intended alteration of one policy.
 *
 * @param registry the configured name of the registry
 * @param ends the grant that this change ends; only for an {@link Edit.End}
 */
public record Change(String registry, Target target, Edit edit, Optional<GrantId> ends) {
    public Change {
        if (ends.isPresent() != edit instanceof Edit.End) {
            throw new IllegalArgumentException("an ending, and nothing else, names the grant it ends");
        }
    }
}
