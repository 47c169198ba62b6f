package dev.ecrbot.desk.sight;

import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.IndexedRepository;
import dev.ecrbot.index.KeptRegistry;
import dev.ecrbot.index.PolicyReading;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.phrase.FleetWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has the index read anew, for those who don't want what it has: few policies at once, and more by a crawl. Whoever waits for the
 * same at the same time shares it. Thread-safe.
 */
public final class Renewing {
    /** So many policies are read while somebody waits for them. */
    public static final int MOST = 100;

    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    // So many failures that would meet anything in the registry: it isn't the single policies.
    private static final int TOO_MANY = 3;
    private static final Duration IDLE = Duration.ofSeconds(10);
    /** So long an answer can still be brought to where it was asked. */
    private static final Duration LATEST = Duration.ofMinutes(25);
    // By then a registry that can't be listed has been tried since.
    private static final Duration TRIED = Duration.ofMinutes(1);

    private final FleetIndex index;
    private final Policies policies;
    private final Clock clock;
    private final ExecutorService readers;

    /** Returns one that keeps no threads while nobody asks. */
    public Renewing(FleetIndex index, Policies policies, Clock clock) {
        this.index = index;
        this.policies = policies;
        this.clock = clock;
        var pool = new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), work -> {
                    var thread = new Thread(work, "reader-anew");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.readers = pool;
    }

    /** Reads the policies of these, and of their registries; what was read since this began isn't read again. */
    public Renewal read(Collection<Repository> some) {
        Instant wanted = clock.instant();
        var failing = new ConcurrentHashMap<RegionalRegistry, Integer>();
        var read = new AtomicInteger();
        List<Callable<Optional<String>>> all = new ArrayList<>();
        registries(some).forEach(registry -> all.add(() -> registry(registry)));
        some.forEach(repository -> all.add(() -> {
            Optional<String> trouble = repository(repository, wanted, failing);
            read.addAndGet(trouble.isEmpty() ? 1 : 0);
            return trouble;
        }));
        var troubles = new LinkedHashSet<String>();
        for (Future<Optional<String>> one : invoked(all)) {
            trouble(one).ifPresent(troubles::add);
        }
        return new Renewal(read.get(), Optional.empty(), List.copyOf(troubles));
    }

    /** Has these registries crawled; returns when the crawl of each began, by which one knows whether it is {@link #done}. */
    public Map<RegionalRegistry, Instant> crawl(Collection<RegionalRegistry> some) {
        var begun = new ConcurrentHashMap<RegionalRegistry, Instant>();
        some.forEach(registry -> begun.put(registry, index.renew(registry)));
        return Map.copyOf(begun);
    }

    /**
     * Returns what was read once all of these crawls have come to their ends; or where one can't go on, or all of it takes too long.
     *
     * @param asked when it was asked for
     */
    public Optional<Renewal> done(Map<RegionalRegistry, Instant> begun, Instant asked) {
        Instant now = clock.instant();
        List<KeptRegistry> open = begun.entrySet().stream()
                .map(one -> index.kept(one.getKey()))
                .filter(kept -> !kept.finishedSince(begun.getOrDefault(kept.registry(), asked)))
                .toList();
        boolean late = asked.plus(LATEST).isBefore(now);
        boolean stuck = asked.plus(TRIED).isBefore(now) && open.stream().allMatch(KeptRegistry::isStuck);
        if (!open.isEmpty() && !late && !stuck) {
            return Optional.empty();
        }
        return Optional.of(new Renewal(
                0,
                Optional.of(begun.values().stream().min(Instant::compareTo).orElse(asked)),
                open.stream().map(Renewing::unfinished).distinct().toList()));
    }

    private static String unfinished(KeptRegistry kept) {
        String why = kept.troubles().isEmpty()
                ? FleetWords.awsIsSlow()
                : kept.troubles().get(0);
        return FleetWords.notReadWhole(kept.registry(), why);
    }

    private static Set<RegionalRegistry> registries(Collection<Repository> some) {
        var registries = new LinkedHashSet<RegionalRegistry>();
        some.forEach(repository -> registries.add(FleetSights.registryOf(repository)));
        return registries;
    }

    private List<Future<Optional<String>>> invoked(List<Callable<Optional<String>>> all) {
        try {
            return readers.invokeAll(all, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static Optional<String> trouble(Future<Optional<String>> one) {
        if (one.isCancelled()) {
            return Optional.of(FleetWords.notReadIn(PATIENCE.toSeconds()));
        }
        try {
            return one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                return Optional.of(problem.problem().what());
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Optional<String> registry(RegionalRegistry registry) {
        try {
            policies.read(registry);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem().what());
        }
    }

    private Optional<String> repository(
            Repository repository, Instant wanted, ConcurrentHashMap<RegionalRegistry, Integer> failing) {
        RegionalRegistry registry = FleetSights.registryOf(repository);
        Optional<IndexedRepository> known = index.find(repository);
        // Somebody who wanted the same at the same time may have read it meanwhile.
        if (known.isEmpty() || known.get().read().isAfter(wanted)) {
            return Optional.empty();
        }
        if (failing.getOrDefault(registry, 0) >= TOO_MANY) {
            return Optional.of(FleetWords.notTried(TOO_MANY, registry));
        }
        Instant asked = clock.instant();
        try {
            PolicyDocument policy = policies.read(repository);
            Map<String, String> tags = index.facts(registry).needsTags(policy) ? policies.tags(repository) : Map.of();
            index.read(new PolicyReading(repository, policy, tags, asked));
            return Optional.empty();
        } catch (ProblemException e) {
            return failed(repository, e.problem(), failing);
        }
    }

    private Optional<String> failed(
            Repository repository, Problem problem, ConcurrentHashMap<RegionalRegistry, Integer> failing) {
        if (problem.code() == Code.REPOSITORY_NOT_FOUND) {
            index.gone(repository);
            return Optional.empty();
        }
        if (problem.code().concernsRegistry()) {
            failing.merge(FleetSights.registryOf(repository), 1, Integer::sum);
        }
        return Optional.of(problem.what());
    }
}
