package dev.ecrbot.desk.judge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ecrbot.config.LimitSettings;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one person from taking up what is there for all. Thread-safe.
 *
 * <p>Commands are counted by each replica for itself: it protects the replica, and nothing that is recorded depends on it.
 */
public final class Limits {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final LimitSettings settings;
    private final Clock clock;
    private final Cache<PersonId, Recent> recent;

    public Limits(LimitSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.recent = Caffeine.newBuilder()
                .expireAfterAccess(WINDOW)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .maximumSize(10_000)
                .build();
    }

    /** Counts a command; returns why it is one too many. */
    public Optional<Problem> command(PersonId person) {
        if (recent.get(person, nobody -> new Recent()).taken(clock.instant(), settings.commandsPerMinute())) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                Code.LIMIT_COMMANDS,
                "You typed more than " + settings.commandsPerMinute()
                        + " commands within a minute, so this one was not read.",
                "Wait a minute, and type it again."));
    }

    /**
     * Returns how many of the person's commands were refused and not yet recorded, this one included; empty while a record
     * is less than a minute old. So a script that runs away leaves one record a minute and not one a command.
     */
    public OptionalInt unrecorded(PersonId person) {
        return recent.get(person, nobody -> new Recent()).unrecorded(clock.instant());
    }

    /** Returns why somebody with so many requests that wait may not ask for more. */
    public Optional<Problem> pending(long waiting) {
        if (waiting < settings.pendingPerPerson()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                Code.LIMIT_PENDING,
                "You have " + waiting + " requests that wait for a decision, and one person may have "
                        + settings.pendingPerPerson() + ".",
                "Ask their approvers to decide, or take back what isn't needed: /ecr requests mine shows them, "
                        + "/ecr cancel and the id takes one back."));
    }

    /** When somebody typed commands within the last minute. */
    private static final class Recent {
        private final Deque<Instant> times = new ArrayDeque<>();
        private Instant recorded = Instant.MIN;
        private int refused;

        synchronized boolean taken(Instant now, int most) {
            while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(WINDOW))) {
                times.removeFirst();
            }
            return times.size() < most && times.add(now);
        }

        synchronized OptionalInt unrecorded(Instant now) {
            refused++;
            if (recorded.isAfter(now.minus(WINDOW))) {
                return OptionalInt.empty();
            }
            int all = refused;
            recorded = now;
            refused = 0;
            return OptionalInt.of(all);
        }
    }
}
