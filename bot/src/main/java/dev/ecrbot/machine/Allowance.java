package dev.ecrbot.machine;

import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.config.MachineLimits;
import dev.ecrbot.problem.MachineProblems;
import dev.ecrbot.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** Keeps each machine within what it may ask of this replica. Knows no more than those that are configured. Thread-safe. */
final class Allowance {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Taken> asks = new ConcurrentHashMap<>();
    private final Map<String, Taken> questions = new ConcurrentHashMap<>();

    Allowance(Clock clock) {
        this.clock = clock;
    }

    /** Counts an ask; returns why it is one too many. */
    Optional<Problem> ask(MachineIdentity machine) {
        MachineLimits limits = machine.limits();
        return taken(asks, machine)
                .refusal(
                        clock.instant(),
                        new Limit(limits.asksPerMinute(), MINUTE, MachineProblems::asksAMinute),
                        new Limit(limits.asksPerDay(), DAY, MachineProblems::asksADay));
    }

    /** Counts a question; returns why it is one too many. */
    Optional<Problem> question(MachineIdentity machine) {
        return taken(questions, machine)
                .refusal(
                        clock.instant(),
                        new Limit(machine.limits().questionsPerMinute(), MINUTE, MachineProblems::questionsAMinute));
    }

    private static Taken taken(Map<String, Taken> all, MachineIdentity machine) {
        return all.computeIfAbsent(machine.name(), name -> new Taken());
    }

    private record Limit(int most, Duration within, IntFunction<Problem> exceeded) {
        Problem problem() {
            return exceeded.apply(most);
        }
    }

    /** When one machine was served, no longer ago than the longest limit looks back. */
    private static final class Taken {
        private final Deque<Instant> times = new ArrayDeque<>();

        synchronized Optional<Problem> refusal(Instant now, Limit... limits) {
            for (Limit limit : limits) {
                long within = times.stream()
                        .filter(time -> time.isAfter(now.minus(limit.within)))
                        .count();
                if (within >= limit.most) {
                    return Optional.of(limit.problem());
                }
            }
            Duration longest = limits[limits.length - 1].within;
            times.removeIf(time -> !time.isAfter(now.minus(longest)));
            times.addLast(now);
            return Optional.empty();
        }
    }
}
