package dev.ecrbot.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.plan.Edit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The simplest desk there can be: a list of who has what until when, and what others wrote. */
final class Reference {
    /** What was once given together; less, where a part of it was taken away. */
    private record Given(String principal, Set<String> actions, Optional<Instant> until) {}

    private final Map<Repository, List<Given>> given = new HashMap<>();
    private final Map<Edit, List<Given>> taken = new HashMap<>();
    private final Map<Repository, List<JsonNode>> foreign = new HashMap<>();
    private final Map<Repository, Integer> foreignWrites = new HashMap<>();

    /**
     * Takes over a change that took effect.
     *
     * @param givenOn whether another grant gives what the change takes away
     */
    void applied(Repository repository, Edit edit, boolean givenOn, Instant at) {
        List<Given> list = given.computeIfAbsent(repository, key -> new ArrayList<>());
        String principal = edit.principal().text();
        if (edit instanceof Edit.Grant grant) {
            list.add(new Given(principal, grant.access().actions(), grant.until()));
        } else if (edit instanceof Edit.Revoke revoke) {
            List<Given> theirs = list.stream()
                    .filter(each -> each.principal().equals(principal))
                    .toList();
            list.replaceAll(each -> each.principal().equals(principal) ? less(each, revoke.access()) : each);
            taken.put(
                    revoke, theirs.stream().filter(each -> !list.contains(each)).toList());
        } else if (edit instanceof Edit.Undo undo) {
            undone(list, undo.done(), givenOn, at);
        } else if (edit instanceof Edit.Extend extend) {
            var before = new Given(principal, extend.access().actions(), Optional.of(extend.from()));
            if (!givenOn) {
                list.removeIf(before::equals);
            }
            list.add(new Given(principal, extend.access().actions(), extend.until()));
        } else if (edit instanceof Edit.End end && !givenOn) {
            var ended = new Given(principal, end.access().actions(), end.until());
            list.removeIf(ended::equals);
        }
    }

    private void undone(List<Given> list, Edit.Undoable done, boolean givenOn, Instant at) {
        String principal = done.principal().text();
        done.granted()
                .filter(grant -> !givenOn)
                .map(grant -> new Given(principal, grant.access().actions(), grant.until()))
                .ifPresent(gone -> list.removeIf(gone::equals));
        List<Given> back = done instanceof Edit.Extend extend
                ? List.of(new Given(principal, extend.access().actions(), Optional.of(extend.from())))
                : done instanceof Edit.End end
                        ? List.of(new Given(principal, end.access().actions(), end.until()))
                        : taken.getOrDefault(done, List.of());
        back.stream()
                .filter(each -> each.until().filter(end -> !end.isAfter(at)).isEmpty())
                .forEach(list::add);
    }

    private static Given less(Given all, Optional<Access> taken) {
        Set<String> left = new LinkedHashSet<>(all.actions());
        taken.ifPresentOrElse(access -> left.removeAll(access.actions()), left::clear);
        return new Given(all.principal(), left, all.until());
    }

    /** Others have replaced the policy; {@code kept} tells whether they left what was the bot's. */
    void replacedByOthers(Repository repository, List<JsonNode> statements, boolean kept) {
        foreign.put(repository, statements);
        foreignWrites.merge(repository, 1, Integer::sum);
        if (!kept) {
            given.remove(repository);
        }
    }

    int foreignWrites(Repository repository) {
        return foreignWrites.getOrDefault(repository, 0);
    }

    /** Returns whether the grant would give nothing new. */
    boolean holds(Repository repository, Edit.Grant grant) {
        return grant.access().actions().stream()
                .allMatch(action -> modes(repository).stream()
                        .filter(mode ->
                                mode.principal().equals(grant.principal().text()))
                        .filter(mode -> mode.action().equals(action))
                        .anyMatch(mode -> mode.until().isEmpty()
                                || grant.until()
                                        .filter(end -> !end.isAfter(mode.until().get()))
                                        .isPresent()));
    }

    Set<LiveAccess.Mode> modes(Repository repository) {
        Set<LiveAccess.Mode> modes = new HashSet<>();
        for (Given each : given.getOrDefault(repository, List.of())) {
            each.actions().forEach(action -> modes.add(new LiveAccess.Mode(each.principal(), action, each.until())));
        }
        return modes;
    }

    List<JsonNode> foreign(Repository repository) {
        return foreign.getOrDefault(repository, List.of());
    }
}
