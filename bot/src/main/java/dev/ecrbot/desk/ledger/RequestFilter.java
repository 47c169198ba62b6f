package dev.ecrbot.desk.ledger;

import dev.ecrbot.ecr.Target;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;
import java.util.Set;

/**
 * Which requests a list is of.
 *
 * @param requester whose; without it, those of all that wait for a decision
 * @param target what they are about; without it, anything
 * @param words of which one has to stand in a request's id, registry, repository, principal or requester's id, in any case;
 *     without any, all do
 */
public record RequestFilter(Optional<PersonId> requester, Optional<Target> target, Set<String> words) {
    public RequestFilter {
        words = Set.copyOf(words);
    }

    public static RequestFilter waitingOn(Target target) {
        return new RequestFilter(Optional.empty(), Optional.of(target), Set.of());
    }
}
