package dev.ecrbot.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The fleet as it was read last, in memory: a copy of what the store keeps, some seconds behind it. Each replica has one. What
 * this process itself reads or writes is in it at once. Thread-safe.
 */
public final class FleetIndex {
    // Longer than a transaction that keeps some readings is under way.
    private static final Duration OVERLAP = Duration.ofSeconds(20);
    /** A registry isn't crawled because somebody wants it sooner than this after its last crawl began. */
    public static final Duration LATELY = Duration.ofMinutes(10);

    private final IndexStore store;
    private final Clock clock;
    private final Map<RegionalRegistry, KeptRegistry> registries = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Repository, KeptRepository> unread = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Repository, IndexedRepository> read = new ConcurrentSkipListMap<>();
    private final Map<RegionalRegistry, Instant> ruled = new ConcurrentHashMap<>();
    private final Map<PolicyHolder, PolicyReading> seen = new ConcurrentHashMap<>();
    private final Cache<String, IndexedPolicy> texts =
            Caffeine.newBuilder().weakValues().build();
    private Instant loaded = Instant.EPOCH;

    /** Returns an empty one of these registries. */
    public FleetIndex(IndexStore store, List<RegionalRegistry> registries, Clock clock) {
        this.store = store;
        this.clock = clock;
        registries.forEach(registry -> this.registries.put(registry, KeptRegistry.none(registry)));
    }

    /** Takes over what the store has got since the last time, and hands it what this process has seen. */
    public synchronized void refresh() {
        // A registry's policy is kept beside what a crawl has read of the rest, which is there once its list is.
        List<PolicyReading> news = seen.values().stream()
                .filter(one -> one.holder() instanceof Repository
                        || store.registry(registryOf(one.holder())).listed())
                .toList();
        if (!news.isEmpty()) {
            store.read(news);
            news.forEach(reading -> seen.remove(reading.holder(), reading));
        }
        // That a list is whole may be known only once all on it are.
        var known = registries.keySet().stream().map(store::registry).toList();
        for (KeptRepository kept : store.keptSince(loaded.minus(OVERLAP))) {
            take(kept);
            loaded = kept.changed().isAfter(loaded) ? kept.changed() : loaded;
        }
        known.forEach(registry -> {
            PolicyReading last = seen.get(registry.registry());
            registries.put(registry.registry(), last == null ? registry : registry.ruledBy(last.policy()));
            ruledSince(registry.registry()).ifPresent(since -> ruled.put(registry.registry(), since));
        });
    }

    private void take(KeptRepository kept) {
        Repository repository = kept.repository();
        if (kept.gone() || !registries.containsKey(registryOf(repository))) {
            read.remove(repository);
            unread.remove(repository);
        } else if (kept.policy().isEmpty()) {
            unread.put(repository, kept);
        } else {
            unread.remove(repository);
            var next = new IndexedRepository(
                    repository,
                    texts.get(kept.policy().get(), IndexedPolicy::of),
                    kept.tags(),
                    kept.read().orElse(kept.changed()),
                    kept.trouble());
            read.merge(repository, next, (old, now) -> now.read().isBefore(old.read()) ? old : now);
        }
    }

    /**
     * Takes notice of a policy that was read by somebody else than the crawl just now, which then needn't read it again; costs next
     * to nothing.
     *
     * @param asked when AWS was asked for it
     */
    public void seen(PolicyHolder holder, PolicyDocument policy, Instant asked) {
        if (holder instanceof Repository repository && registries.containsKey(registryOf(repository))) {
            IndexedRepository known = read.get(repository);
            if (known != null) {
                seen(known, policy, asked);
            }
        } else if (holder instanceof RegionalRegistry registry) {
            seen(registry, policy, asked);
        }
    }

    private void seen(IndexedRepository known, PolicyDocument policy, Instant asked) {
        String text = policy.isEmpty() ? "" : policy.text();
        boolean same = known.policy().text().equals(text);
        // Where tags matter, a crawl reads them beside the policy.
        boolean tagged = !known.tags().isEmpty() || Crawl.speaksOfTags(policy);
        if (asked.isBefore(known.read()) || (same && tagged)) {
            return;
        }
        Repository repository = known.repository();
        IndexedPolicy indexed = same ? known.policy() : texts.get(text, IndexedPolicy::of);
        read.put(repository, new IndexedRepository(repository, indexed, known.tags(), asked, Optional.empty()));
        seen.put(repository, new PolicyReading(repository, policy, known.tags(), asked));
    }

    private void seen(RegionalRegistry registry, PolicyDocument policy, Instant asked) {
        registries.computeIfPresent(registry, (key, known) -> {
            // What a crawl has read of it that isn't kept yet may be older, and something else.
            var reading = new PolicyReading(registry, policy, Map.of(), asked);
            return known.listed() && known.facts().policy().sameAs(policy)
                    ? known
                    : known.ruledBy(
                            seen.merge(registry, reading, PolicyReading::later).policy());
        });
    }

    /** Returns a repository as it was read last; empty if it never was, or isn't there. */
    public Optional<IndexedRepository> find(Repository repository) {
        return Optional.ofNullable(read.get(repository));
    }

    /** Returns all that have been read, in order. */
    public List<IndexedRepository> repositories() {
        return new ArrayList<>(read.values());
    }

    /** Returns the repositories that were read and whose names have this in them, those first that begin with it. */
    public List<Repository> matching(String part) {
        return read.keySet().stream()
                .filter(one -> one.name().value().contains(part))
                .sorted(Comparator.comparing(one -> !one.name().value().startsWith(part)))
                .toList();
    }

    /** Returns the registries, in no order. */
    public List<RegionalRegistry> registries() {
        return List.copyOf(registries.keySet());
    }

    /** Returns what was read last of the registry as a whole. */
    public RegistryFacts facts(RegionalRegistry registry) {
        return kept(registry).facts();
    }

    /** Returns when what {@link #facts} tells began to be read; empty if it wasn't read whole when it was tried last. */
    public Optional<Instant> ruledSince(RegionalRegistry registry) {
        return Optional.of(kept(registry))
                .filter(kept -> kept.listed() && kept.troubles().isEmpty())
                .flatMap(KeptRegistry::begun);
    }

    /** Returns when what {@link #facts} tells began to be read, however often that was tried since; empty if it isn't known. */
    public Optional<Instant> factsSince(RegionalRegistry registry) {
        return Optional.ofNullable(ruled.get(registry));
    }

    /** As {@link #facts}; empty if the registry was never read. */
    public Optional<RegistryFacts> known(RegionalRegistry registry) {
        return Optional.of(kept(registry))
                .filter(kept -> kept.listed() || kept.finished().isPresent())
                .map(KeptRegistry::facts);
    }

    /** Returns the changes that were found since then and have a greater seq, in their order, so many at most. */
    public List<PolicyChange> changesSince(Instant time, long seq, int most) {
        return store.changesSince(time, seq, most);
    }

    /** Returns the changes of this policy, newest first, so many at most. */
    public List<PolicyChange> changesOf(PolicyHolder holder, int most) {
        return store.changesOf(holder, most);
    }

    /** Returns the changes with a greater seq, in their order, so many at most. */
    public List<PolicyChange> changesAfter(long seq, int most) {
        return store.changesAfter(seq, most);
    }

    /** Returns the seq of the newest change; 0 if there is none. */
    public long newestChange() {
        return store.newestChange();
    }

    /** Returns how much there is, and how old. */
    public Coverage coverage() {
        return new Covering(read.values(), unread.values(), clock.instant()).of(registries.values());
    }

    /**
     * Has the registry crawled anew, by whichever replica crawls. A crawl that is under way is joined, and the last one counts as
     * the new one where it began lately, however many ask.
     *
     * @return when the crawl began that has what was asked for
     */
    public synchronized Instant renew(RegionalRegistry registry) {
        KeptRegistry kept = store.registry(registry);
        Instant now = clock.instant();
        boolean counts = kept.underWay()
                || kept.begun().filter(begun -> begun.plus(LATELY).isAfter(now)).isPresent();
        if (!counts) {
            store.begin(registry, now);
        }
        return (counts ? kept : store.registry(registry)).begun().orElse(now);
    }

    /** Returns how far the registry's crawl is; what that has read by then is in this index. */
    public KeptRegistry kept(RegionalRegistry registry) {
        return registries.getOrDefault(registry, KeptRegistry.none(registry));
    }

    /** Takes over a repository's policy that was read by somebody else than the crawl just now, with its tags. */
    public void read(PolicyReading reading) {
        Repository repository = (Repository) reading.holder();
        var text = texts.get(reading.policy().isEmpty() ? "" : reading.policy().text(), IndexedPolicy::of);
        read.computeIfPresent(repository, (key, known) -> {
            if (reading.at().isBefore(known.read())) {
                return known;
            }
            seen.put(repository, reading);
            return new IndexedRepository(repository, text, reading.tags(), reading.at(), Optional.empty());
        });
    }

    /** Takes notice that a repository isn't there any more. */
    public void gone(Repository repository) {
        store.gone(List.of(repository), clock.instant());
        read.remove(repository);
        seen.remove(repository);
    }

    private static RegionalRegistry registryOf(PolicyHolder holder) {
        return new RegionalRegistry(holder.account(), holder.region());
    }
}
