package dev.ecrbot.index;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.time.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Crawls the registries one after the other, each again after some time. One that can't be read is left alone for a while, and
 * keeps nobody from the others. To be run by one replica at a time; several do no harm. Thread-safe.
 */
public final class Crawler {
    private static final Logger LOG = LoggerFactory.getLogger(Crawler.class);
    // A look at all of them is short beside what a chore may take before it counts as one that nobody does.
    private static final Duration SLICE = Duration.ofMinutes(5);
    private static final Backoff PAUSES = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));

    /**
     * When and how fast it crawls.
     *
     * @param every how long after one crawl began the next one does
     * @param start calls a second at first
     * @param slice how long one look takes at most, all registries together
     */
    record Rhythm(Duration every, double start, Duration slice) {}

    private record Failing(int times, Instant until) {}

    private final FleetReader reader;
    private final IndexStore store;
    private final List<RegionalRegistry> registries;
    private final Rhythm rhythm;
    private final LongSupplier nanos;
    private final Clock clock;
    private final Map<RegionalRegistry, Failing> failing = new HashMap<>();
    private final Map<RegionalRegistry, CallPace> paces = new HashMap<>();
    private int first;

    /**
     * @param every how long after one crawl began the next one does
     * @param start calls a second at first
     */
    public Crawler(
            FleetReader reader,
            IndexStore store,
            List<RegionalRegistry> registries,
            Duration every,
            double start,
            Clock clock) {
        this(reader, store, registries, new Rhythm(every, start, SLICE), clock);
    }

    Crawler(FleetReader reader, IndexStore store, List<RegionalRegistry> registries, Rhythm rhythm, Clock clock) {
        this.reader = reader;
        this.store = store;
        this.registries = List.copyOf(registries);
        this.rhythm = rhythm;
        this.nanos = System::nanoTime;
        this.clock = clock;
    }

    /**
     * Does what is due, for some minutes at most, all registries together. Each look begins with another one, so that one which
     * takes all of the time keeps the others waiting for one look and no longer.
     *
     * @return whether there is nothing more to do now
     */
    public synchronized boolean look() {
        long end = nanos.getAsLong() + rhythm.slice().toNanos();
        boolean done = true;
        first = (first + 1) % Math.max(1, registries.size());
        try {
            for (int turn = 0; turn < registries.size(); turn++) {
                long left = Math.max(0, end - nanos.getAsLong());
                if (turn > 0 && left == 0) {
                    return false;
                }
                RegionalRegistry registry = registries.get((first + turn) % registries.size());
                done &= paused(registry) || crawl(registry, Duration.ofNanos(left));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return done;
    }

    private boolean paused(RegionalRegistry registry) {
        Failing failed = failing.get(registry);
        return failed != null && failed.until().isAfter(clock.instant());
    }

    private boolean crawl(RegionalRegistry registry, Duration atMost) throws InterruptedException {
        // What AWS takes in one place is no promise for another, but half of it is a better guess than none.
        double known = paces.values().stream().mapToDouble(CallPace::rate).max().orElse(0);
        CallPace pace =
                paces.computeIfAbsent(registry, key -> new CallPace(Math.max(rhythm.start(), known / 2), nanos));
        try {
            boolean done = new Crawl(reader, store, pace, clock, registry).run(rhythm.every(), atMost);
            failing.remove(registry);
            return done;
        } catch (ProblemException e) {
            LOG.warn("{} can't be crawled now: {}", registry, e.problem().what());
            int times = failing.containsKey(registry) ? failing.get(registry).times() + 1 : 1;
            failing.put(registry, new Failing(times, clock.instant().plus(PAUSES.after(times))));
            store.trouble(registry, e.problem().what());
            return true;
        }
    }
}
