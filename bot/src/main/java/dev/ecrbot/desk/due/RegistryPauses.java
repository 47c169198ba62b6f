package dev.ecrbot.desk.due;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.time.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Leaves registries alone that don't answer, each for longer the longer it fails, so that whatever else is due isn't kept
 * waiting by one of them. Thread-safe. It is kept in mind only: after a restart each is asked again at once.
 */
final class RegistryPauses {
    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(5));

    private record Failing(int times, Instant until) {}

    private final Clock clock;
    private final Map<RegionalRegistry, Failing> failing = new HashMap<>();

    RegistryPauses(Clock clock) {
        this.clock = clock;
    }

    /** Returns the registries that are to be left alone now. */
    synchronized Set<RegionalRegistry> now() {
        Instant now = clock.instant();
        return failing.entrySet().stream()
                .filter(entry -> entry.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    synchronized boolean include(PolicyHolder holder) {
        return now().contains(registry(holder));
    }

    synchronized void answered(PolicyHolder holder) {
        failing.remove(registry(holder));
    }

    /** Something there couldn't be read or written. What concerns that policy alone keeps nobody from the others. */
    synchronized void failed(PolicyHolder holder, Problem problem) {
        if (!problem.code().concernsRegistry()) {
            return;
        }
        int times = failing.getOrDefault(registry(holder), new Failing(0, Instant.MIN))
                        .times()
                + 1;
        failing.put(registry(holder), new Failing(times, clock.instant().plus(PAUSES.after(times))));
    }

    private static RegionalRegistry registry(PolicyHolder holder) {
        return new RegionalRegistry(holder.account(), holder.region());
    }
}
