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
    private final Map<Repository, List<JsonNode>> foreign = new HashMap<>();
    private final Map<Repository, Integer> foreignWrites = new HashMap<>();

    void applied(Repository repository, Edit edit, boolean givenOn) {
        List<Given> list = given.computeIfAbsent(repository, key -> new ArrayList<>());
        String principal = edit.principal().text();
        if (edit instanceof Edit.Grant grant) {
            list.add(new Given(principal, grant.access().actions(), grant.until()));
        } else if (edit instanceof Edit.Revoke revoke) {
            list.replaceAll(each -> each.principal().equals(principal) ? less(each, revoke.access()) : each);
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
