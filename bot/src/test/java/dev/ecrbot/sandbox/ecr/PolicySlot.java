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
    /** What was written, and what became of it when roles and users that it names were deleted. */
    final List<PolicyText> texts = new ArrayList<>();

    Optional<StoredPolicy> stored = Optional.empty();

    PolicySlot(PolicyHolder holder) {
        this.holder = holder;
    }

    /** Takes over what is known of the policy of the same name that was here before. */
    void follow(PolicySlot past) {
        history.addAll(past.history);
        texts.addAll(past.texts);
    }

    boolean ofRegistry() {
        return holder instanceof RegionalRegistry;
    }
}
