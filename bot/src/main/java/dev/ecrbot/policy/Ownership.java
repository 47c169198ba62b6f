package dev.ecrbot.policy;

import dev.ecrbot.ecr.Partition;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which stored grants stand behind a principal's place in one of the bot's statements.
 *
 * <p>A timed grant usually stands in a statement with its end. Where ends aren't written into the policy, or weren't when
 * the grant was made, it stands in the statement without one.
 */
final class Ownership {
    private final Set<Owned> owned;
    private final Set<Owned> writtenWithEnd;

    Ownership(PolicyDocument document, Set<Owned> owned, Partition home) {
        this.owned = owned;
        this.writtenWithEnd = document.statements().stream()
                .flatMap(statement -> OwnForm.of(statement)
                        .filter(form -> form.end().isPresent())
                        .stream()
                        .flatMap(form -> statement.principals(home).stream()
                                .map(principal -> new Owned(principal, form.access(), form.end()))))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean ours(OwnForm form, Principal principal) {
        return !behind(form, principal).isEmpty();
    }

    /** Returns when the principal's place there ends, as far as the bot knows. */
    Optional<Instant> until(OwnForm form, Principal principal) {
        List<Owned> behind = behind(form, principal);
        boolean endless = behind.stream().anyMatch(grant -> grant.until().isEmpty());
        return form.end().isPresent() || endless
                ? form.end()
                : behind.stream().flatMap(grant -> grant.until().stream()).max(Comparator.naturalOrder());
    }

    List<Owned> behind(OwnForm form, Principal principal) {
        return owned.stream()
                .filter(grant -> grant.principal().equals(principal) && grant.access() == form.access())
                .filter(grant -> form.end().isPresent()
                        ? grant.until().equals(form.end())
                        : grant.until().isEmpty() || !writtenWithEnd.contains(grant))
                .toList();
    }
}
