package dev.ecrbot.desk.judge;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.plan.Edit;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an undo gives back, as somebody would have to ask for it.
 *
 * @param accesses for what is lost together, the smallest access that holds it
 * @param beyond actions that no access holds together with those that were lost with them
 * @param until when the last of it ends; empty: never
 */
record RestoredAccess(Set<Access> accesses, SortedSet<String> beyond, Optional<Instant> until) {

    /** Reads it from the recorded effects of the change; what would have ended by now doesn't come back. */
    static RestoredAccess of(Edit.Undo undo, AccessCatalogue catalogue, Instant now) {
        List<Effect> lost = undo.plan().effects().stream()
                .filter(effect -> !effect.loses().isEmpty())
                .filter(effect ->
                        effect.until().filter(end -> !end.isAfter(now)).isEmpty())
                .toList();
        Set<Access> accesses = new LinkedHashSet<>();
        SortedSet<String> beyond = new TreeSet<>();
        for (Effect effect : lost) {
            smallest(undo, catalogue, effect.loses())
                    .ifPresentOrElse(accesses::add, () -> beyond.addAll(effect.loses()));
        }
        Optional<Instant> last = lost.stream()
                .map(effect -> effect.until().orElse(Instant.MAX))
                .max(Comparator.naturalOrder())
                .filter(end -> !end.equals(Instant.MAX));
        return new RestoredAccess(accesses, beyond, last);
    }

    /** Returns whether nothing comes back. */
    boolean isEmpty() {
        return accesses.isEmpty() && beyond.isEmpty();
    }

    /** Returns whether some of it lasts longer than until then. */
    boolean lastsBeyond(Instant latest) {
        return until.isEmpty() || until.get().isAfter(latest);
    }

    // The access that was taken away counts too: the catalogue may say something else of its word by now.
    private static Optional<Access> smallest(Edit.Undo undo, AccessCatalogue catalogue, Set<String> actions) {
        return catalogue
                .smallest(access -> access.actions().containsAll(actions))
                .or(() -> undo.accessIfNamed().filter(access -> access.actions().containsAll(actions)));
    }
}
