package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a repository or a registry keeps its policy, and what was there before; guarded by the lock of the model. */
final class PolicySlot {

    final PolicyHolder holder;
    final List<PolicyChange> history = new ArrayList<>();
    Optional<StoredPolicy> stored = Optional.empty();

    PolicySlot(PolicyHolder holder) {
        this.holder = holder;
    }

    boolean ofRegistry() {
        return holder instanceof RegionalRegistry;
    }
}
