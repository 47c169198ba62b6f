package dev.ecrbot.policy.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Counts what the statements say together: default deny, an explicit Deny wins, a doubtful one makes a yes doubtful. */
final class Tally {
    private final List<Decider> allow = new ArrayList<>();
    private final List<Decider> mayAllow = new ArrayList<>();
    private final List<Decider> deny = new ArrayList<>();
    private final List<Decider> mayDeny = new ArrayList<>();
    private final List<Decider> inOrder = new ArrayList<>();

    void add(Clause clause, Truth applies) {
        if (applies.isFalse()) {
            return;
        }
        Decider decider = clause.decider(applies);
        inOrder.add(decider);
        switch (decider.part()) {
            case ALLOWS -> (applies.known() ? allow : mayAllow).add(decider);
            case DENIES -> (applies.known() ? deny : mayDeny).add(decider);
            case UNREADABLE -> {
                mayAllow.add(decider);
                mayDeny.add(decider);
            }
        }
    }

    Verdict verdict() {
        boolean allowed = !allow.isEmpty();
        if (!deny.isEmpty() || (!allowed && mayAllow.isEmpty())) {
            return new Verdict.No();
        }
        if (allowed && mayDeny.isEmpty()) {
            return new Verdict.Yes();
        }
        List<String> keys = new ArrayList<>();
        for (Decider decider : deciders()) {
            decider.dependsOn().stream()
                    .filter(key -> keys.stream().noneMatch(key::equalsIgnoreCase))
                    .forEach(keys::add);
        }
        return new Verdict.Conditional(keys);
    }

    /** Returns the statements that decided, in order. */
    List<Decider> deciders() {
        if (!deny.isEmpty()) {
            return List.copyOf(deny);
        }
        if (allow.isEmpty() && mayAllow.isEmpty()) {
            return List.of();
        }
        if (mayDeny.isEmpty() && !allow.isEmpty()) {
            return List.copyOf(allow);
        }
        // Where one allows for certain, those that might allow too add nothing.
        return inOrder.stream()
                .filter(decider -> allow.isEmpty() || !mayAllow.contains(decider) || mayDeny.contains(decider))
                .toList();
    }
}
