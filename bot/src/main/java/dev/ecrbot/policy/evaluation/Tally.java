package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.condition.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;

/** Counts what the statements say together: default deny, an explicit Deny wins, a doubtful one makes a yes doubtful. */
final class Tally {
    private final List<Vote> votes = new ArrayList<>();

    /** What one statement says, for certain or perhaps. */
    private record Vote(Decider decider, boolean certain) {
        boolean allows() {
            return certain && decider.part() == Decider.Part.ALLOWS;
        }

        boolean denies() {
            return certain && decider.part() == Decider.Part.DENIES;
        }

        boolean mayAllow() {
            return !certain && decider.part() != Decider.Part.DENIES;
        }

        boolean mayDeny() {
            return !certain && decider.part() != Decider.Part.ALLOWS;
        }
    }

    void add(StatementMatcher clause, Truth applies) {
        if (!applies.isFalse()) {
            votes.add(new Vote(clause.decider(applies), applies.known()));
        }
    }

    /** Returns whether no statement is about what is asked. */
    boolean isEmpty() {
        return votes.isEmpty();
    }

    Verdict verdict() {
        boolean allowed = any(Vote::allows);
        if (any(Vote::denies) || (!allowed && !any(Vote::mayAllow))) {
            return new Verdict.No();
        }
        return allowed && !any(Vote::mayDeny) ? new Verdict.Yes() : new Verdict.Conditional(keys());
    }

    /** Returns the statements that decided, in order. */
    List<Decider> deciders() {
        if (any(Vote::denies)) {
            return those(Vote::denies);
        }
        boolean allowed = any(Vote::allows);
        if (!allowed && !any(Vote::mayAllow)) {
            return List.of();
        }
        if (allowed && !any(Vote::mayDeny)) {
            return those(Vote::allows);
        }
        // Where one allows for certain, those that might allow too add nothing.
        return those(vote -> !allowed || !vote.mayAllow() || vote.mayDeny());
    }

    /** Returns what the deciders depend on, each key once and as it was first written. */
    private List<String> keys() {
        var keys = new LinkedHashMap<String, String>();
        deciders()
                .forEach(
                        decider -> decider.dependsOn().forEach(key -> keys.putIfAbsent(RequestContext.fold(key), key)));
        return List.copyOf(keys.values());
    }

    private boolean any(Predicate<Vote> which) {
        for (Vote vote : votes) {
            if (which.test(vote)) {
                return true;
            }
        }
        return false;
    }

    private List<Decider> those(Predicate<Vote> which) {
        return votes.stream().filter(which).map(Vote::decider).toList();
    }
}
