package dev.ecrbot.desk.sight;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.evaluation.Decider;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What the policies of a repository and its registry let somebody do, out of what was asked about.
 *
 * <p>An account that is named allows all in it, and their own side is taken to allow everything: it can't be looked at.
 *
 * @param allowed the actions that are allowed whatever isn't known
 * @param refused the actions that aren't allowed, whatever isn't known
 * @param depends the others, each with the condition keys that it depends on
 * @param deciding the statements that decide, each once
 * @param reason why no policy decides about it, if that is so
 */
public record Capability(
        Principal whom,
        SortedSet<String> allowed,
        SortedSet<String> refused,
        SortedMap<String, List<String>> depends,
        List<DecidingStatement> deciding,
        Optional<String> reason) {
    public Capability {
        deciding = List.copyOf(deciding);
    }

    /** What comes of it for all actions together. */
    public enum Verdict {
        YES,
        NO,
        DEPENDS
    }

    /** Returns yes if everything is allowed, no if something can't be, and otherwise that it depends. */
    public Verdict verdict() {
        if (!refused.isEmpty()) {
            return Verdict.NO;
        }
        return depends.isEmpty() ? Verdict.YES : Verdict.DEPENDS;
    }

    /** Returns the condition keys that it depends on, each once. */
    public Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        depends.values().forEach(keys::addAll);
        return keys;
    }

    /** Returns whether a Deny has a part in it, for certain or perhaps. */
    public boolean denied() {
        return deciding.stream().anyMatch(statement -> statement.part() == Decider.Part.DENIES);
    }
}
