package dev.ecrbot.desk.ledger;

import dev.ecrbot.ecr.Target;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;
import java.util.Set;

/**
 * Which requests a list is of.
 *
 * @param requester whose; without it, those of all that wait for a decision, or all
 * @param target what they are about; without it, anything
 * @param words of which one has to stand in a request's id, registry, repository, principal or requester's id, in any case, a
 *     star in it standing for any text; without any, all do; among those that nobody has to decide on they are looked for in the
 *     newest {@value #SEARCHED} alone
 * @param decided whether those that nobody has to decide on any more are among them; a person's own always are
 */
public record RequestFilter(Optional<PersonId> requester, Optional<Target> target, Set<String> words, boolean decided) {
    /** In how many requests a word is looked for: no index knows of it. */
    public static final int SEARCHED = 1_000;

    public RequestFilter {
        words = Set.copyOf(words);
    }

    /** Those of a person, or those of all that wait. */
    public RequestFilter(Optional<PersonId> requester, Optional<Target> target, Set<String> words) {
        this(requester, target, words, requester.isPresent());
    }

    /** The same, whatever stands in them. */
    public RequestFilter wordless() {
        return new RequestFilter(requester, target, Set.of(), decided);
    }

    public static RequestFilter waitingOn(Target target) {
        return new RequestFilter(Optional.empty(), Optional.of(target), Set.of());
    }

    /** All that there ever were about the target. */
    public static RequestFilter about(Target target) {
        return new RequestFilter(Optional.empty(), Optional.of(target), Set.of(), true);
    }
}
