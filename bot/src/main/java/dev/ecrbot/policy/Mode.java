package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Partition;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One way in which a principal is allowed an action by its own name.
 *
 * @param action as written
 * @param terms everything in the statement that narrows it beside an end; empty if nothing does
 * @param until when it ends, if that is known
 */
record Mode(String action, String terms, Optional<Instant> until) {

    /** Returns the modes of every principal that is named in an Allow statement. */
    static Map<Principal, Set<Mode>> in(PolicyDocument document, Set<Owned> owned, Partition home) {
        var ownership = new Ownership(document, owned, home);
        var modes = new HashMap<Principal, Set<Mode>>();
        for (Statement statement : document.statements()) {
            if (statement.grants()) {
                Optional<OwnForm> form = OwnForm.of(statement);
                Optional<Instant> end = OwnForm.end(statement);
                String terms = terms(statement, end.isPresent());
                for (Principal principal : statement.holders(home)) {
                    Optional<Instant> until = form.isPresent() ? ownership.until(form.get(), principal) : end;
                    Set<Mode> held = modes.computeIfAbsent(principal, p -> new LinkedHashSet<>());
                    statement.shownActions().forEach(action -> held.add(new Mode(action, terms, until)));
                }
            }
        }
        return modes;
    }

    /** Returns whether whoever has this one gains nothing by the other. */
    boolean includes(Mode other) {
        boolean asLong = until.isEmpty()
                || other.until.filter(end -> !end.isAfter(until.get())).isPresent();
        return asLong && (terms.isEmpty() || terms.equals(other.terms)) && Globs.matches(action, other.action);
    }

    private static String terms(Statement statement, boolean onlyAnEnd) {
        ObjectNode rest = statement.node().deepCopy();
        rest.remove(List.of("Sid", "Effect", "Principal", "Action", "NotAction"));
        ObjectNode narrowing = statement.narrowing();
        rest.remove("Condition");
        if (!onlyAnEnd && !narrowing.isEmpty()) {
            rest.set("Condition", narrowing);
        }
        return rest.isEmpty() ? "" : Canonical.terms(rest);
    }
}
