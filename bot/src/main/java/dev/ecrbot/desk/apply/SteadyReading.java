package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import java.time.Duration;
import java.util.Optional;

/** Reads a policy until it stays as it is: one reading alone may come before a write that is still on its way. */
record SteadyReading(Policies policies, Sleeper sleeper) {
    // A write on its way when its sender died may still arrive; one that hasn't after this is taken not to.
    private static final Duration BETWEEN_READS = Duration.ofSeconds(2);
    private static final int READS = 6;

    /** Returns what two readings in a row agreed on; empty if the policy keeps changing. */
    Optional<PolicyDocument> of(PolicyHolder holder) {
        PolicyDocument last = policies.read(holder);
        for (int reads = 1; reads < READS; reads++) {
            sleeper.of(BETWEEN_READS);
            PolicyDocument now = policies.read(holder);
            if (now.sameAs(last)) {
                return Optional.of(now);
            }
            last = now;
        }
        return Optional.empty();
    }
}
