package dev.ecrbot.index;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads many policies of one registry, some at a time, and keeps them as it goes on. What AWS throttles is read again; what it
 * fails to answer too, a few times. Of use for one run.
 */
final class PolicySweep {
    static final int TRIES = 4;
    private static final int WORKERS = 16;
    // So many failures in a row that would meet anything in the registry: it isn't the single policies.
    private static final int TOO_MANY = 12;
    private static final Duration BEAT = Duration.ofMillis(200);

    private record Turn(Repository repository, int tries) {}

    private final FleetReader reader;
    private final IndexStore store;
    private final CallPace pace;
    private final Clock clock;
    private final RegionalRegistry registry;
    private final boolean tagged;
    private final BlockingQueue<Turn> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger inARow = new AtomicInteger();
    private final AtomicReference<ProblemException> broken = new AtomicReference<>();
    private final Haul haul = new Haul();
    private volatile boolean over;

    /** @param tagged whether the repositories' tags are wanted whatever their policies say */
    PolicySweep(
            FleetReader reader,
            IndexStore store,
            CallPace pace,
            Clock clock,
            RegionalRegistry registry,
            boolean tagged) {
        this.reader = reader;
        this.store = store;
        this.pace = pace;
        this.clock = clock;
        this.registry = registry;
        this.tagged = tagged;
    }

    /**
     * Reads these.
     *
     * @return whether all were read or tried in time
     * @throws ProblemException if something keeps the whole registry from being read
     */
    boolean run(List<RepositoryName> names, Duration atMost) throws InterruptedException {
        names.forEach(name -> waiting.add(new Turn(new Repository(registry.account(), registry.region(), name), 1)));
        left.set(names.size());
        long end = System.nanoTime() + atMost.toNanos();
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, Math.min(WORKERS, names.size())), task -> {
            var thread = new Thread(task, "crawler");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (int i = 0; i < WORKERS; i++) {
                workers.execute(this::work);
            }
            workers.shutdown();
            while (!workers.awaitTermination(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                haul.keep(store, clock.instant());
                over = over || System.nanoTime() > end;
            }
        } finally {
            over = true;
            workers.shutdownNow();
        }
        haul.keep(store, clock.instant());
        if (broken.get() != null) {
            throw broken.get();
        }
        return left.get() == 0;
    }

    private void work() {
        try {
            while (!over && left.get() > 0) {
                Turn turn = waiting.poll(BEAT.toMillis() / 4, TimeUnit.MILLISECONDS);
                if (turn != null) {
                    TimeUnit.NANOSECONDS.sleep(pace.turn().toNanos());
                    read(turn);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Turn turn) {
        Instant asked = clock.instant();
        try {
            PolicyDocument policy = reader.policy(turn.repository());
            pace.passed();
            Map<String, String> tags = tagged || Crawl.speaksOfTags(policy) ? reader.tags(turn.repository()) : Map.of();
            haul.read(new PolicyReading(turn.repository(), policy, tags, asked));
            inARow.set(0);
            left.decrementAndGet();
        } catch (ProblemException e) {
            failed(turn, e);
        }
    }

    private void failed(Turn turn, ProblemException e) {
        Problem problem = e.problem();
        if (problem.code() == Code.AWS_THROTTLED) {
            pace.throttled();
            waiting.add(turn);
            return;
        }
        if (problem.code() == Code.REPOSITORY_NOT_FOUND) {
            haul.gone(turn.repository());
            left.decrementAndGet();
            return;
        }
        if (problem.code().concernsRegistry() && inARow.incrementAndGet() >= TOO_MANY) {
            broken.compareAndSet(null, e);
            over = true;
        }
        if (problem.code().mayPass() && turn.tries() < TRIES) {
            waiting.add(new Turn(turn.repository(), turn.tries() + 1));
        } else {
            haul.failed(turn.repository(), problem.what());
            left.decrementAndGet();
        }
    }
}
