package dev.ecrbot.desk.live;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.holding.RegistryHoldings;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What registries' own policies deny on their repositories, whatever these say themselves. Thread-safe.
 *
 * <p>A change is planned on what is read for it, which is one call more. That reading is kept for some seconds, for what is recorded
 * once the change is proven, and for the policies of other repositories that are read again just then.
 */
public final class RegistryDenials {
    // As long counts as fresh what was looked up for another decision.
    private static final Duration FRESH = Duration.ofSeconds(5);
    // From the plan to the proof it takes no longer, unless AWS is slow.
    private static final Duration LONG = Duration.ofSeconds(2);

    private record Reading(PolicyDocument policy, Instant at) {}

    private final Policies policies;
    private final Clock clock;
    private final Map<RegionalRegistry, Reading> readings = new ConcurrentHashMap<>();
    // AWS has no way back from the scope V2.
    private final Set<RegionalRegistry> enforced = ConcurrentHashMap.newKeySet();

    RegistryDenials(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Reads now what is denied on a target; of a pattern nothing, since its grants stand in that policy themselves.
     *
     * @throws ProblemException if AWS doesn't answer for now
     */
    RegistrySide read(Target target) {
        if (!(target instanceof Repository repository)) {
            return new RegistrySide.Read(PolicyDocument.empty());
        }
        try {
            return denied(repository, read(registryOf(repository)));
        } catch (ProblemException e) {
            if (e.problem().code().mayPass()) {
                throw e;
            }
            return new RegistrySide.Unread(e.problem().what());
        }
    }

    /** Reads now what is denied to a policy's holder; empty if that can't be told. */
    public Optional<PolicyDocument> now(PolicyHolder holder) {
        return holder instanceof Repository repository ? told(repository) : Optional.of(PolicyDocument.empty());
    }

    /** As {@link #now}, unless that was read within seconds. */
    public Optional<PolicyDocument> fresh(PolicyHolder holder) {
        return known(holder).or(() -> now(holder));
    }

    /** As {@link #now}, of what was read within seconds, without asking AWS; empty if nothing was. */
    public Optional<PolicyDocument> known(PolicyHolder holder) {
        if (!(holder instanceof Repository repository)) {
            return Optional.of(PolicyDocument.empty());
        }
        RegionalRegistry registry = registryOf(repository);
        return Optional.ofNullable(readings.get(registry))
                .filter(reading -> reading.at().plus(FRESH).isAfter(clock.instant()))
                .map(reading -> RegistryHoldings.denials(reading.policy(), repository))
                .filter(denials -> denials.isEmpty() || enforced.contains(registry));
    }

    /** Returns whether what was read for a change is so old, once that is proven, that it may not be so any more. */
    boolean isOld(Target target) {
        return target instanceof Repository repository
                && Optional.ofNullable(readings.get(registryOf(repository)))
                        .filter(reading -> !reading.at().plus(LONG).isAfter(clock.instant()))
                        .isPresent();
    }

    private Optional<PolicyDocument> told(Repository repository) {
        try {
            return read(repository)
                    .visit(
                            read -> Optional.of(read.policy()),
                            silent -> Optional.of(PolicyDocument.empty()),
                            unread -> Optional.empty());
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private PolicyDocument read(RegionalRegistry registry) {
        Instant asked = clock.instant();
        PolicyDocument policy = policies.read(registry);
        readings.put(registry, new Reading(policy, asked));
        return policy;
    }

    // The scope matters only where something is denied there.
    private RegistrySide denied(Repository repository, PolicyDocument policy) {
        RegionalRegistry registry = registryOf(repository);
        PolicyDocument denials = RegistryHoldings.denials(policy, repository);
        if (denials.isEmpty() || enforced.contains(registry)) {
            return new RegistrySide.Read(denials);
        }
        PolicyScope scope = policies.scope(registry);
        if (scope == PolicyScope.V2) {
            enforced.add(registry);
        }
        return RegistrySide.enforced(denials, scope);
    }

    private static RegionalRegistry registryOf(Repository repository) {
        return new RegionalRegistry(repository.account(), repository.region());
    }
}
