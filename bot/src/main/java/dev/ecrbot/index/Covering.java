package dev.ecrbot.index;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts how much of the fleet there is, registry by registry. */
record Covering(Collection<IndexedRepository> read, Collection<KeptRepository> unread, Instant now) {

    Coverage of(Collection<KeptRegistry> registries) {
        Map<RegionalRegistry, List<IndexedRepository>> known =
                read.stream().collect(Collectors.groupingBy(one -> registryOf(one.repository())));
        Map<RegionalRegistry, List<KeptRepository>> waiting =
                unread.stream().collect(Collectors.groupingBy(one -> registryOf(one.repository())));
        return new Coverage(registries.stream()
                .map(kept -> part(
                        kept,
                        known.getOrDefault(kept.registry(), List.of()),
                        waiting.getOrDefault(kept.registry(), List.of())))
                .toList());
    }

    private Coverage.Part part(KeptRegistry kept, List<IndexedRepository> some, List<KeptRepository> waiting) {
        List<String> troubles = new ArrayList<>(kept.troubles());
        some.stream().flatMap(one -> one.trouble().stream()).forEach(troubles::add);
        waiting.stream().flatMap(one -> one.trouble().stream()).forEach(troubles::add);
        return new Coverage.Part(
                kept.registry(),
                kept.listed() || kept.finished().isPresent(),
                some.size() + waiting.size(),
                some.size(),
                some.stream().map(IndexedRepository::read).min(Instant::compareTo),
                left(kept, some, waiting.size()),
                troubles);
    }

    private Optional<Duration> left(KeptRegistry kept, List<IndexedRepository> some, int waiting) {
        if (!kept.underWay() || !kept.listed()) {
            return Optional.empty();
        }
        Instant begun = kept.begun().orElseThrow();
        long done = some.stream().filter(one -> !one.read().isBefore(begun)).count();
        return done == 0
                ? Optional.empty()
                : Optional.of(Duration.between(begun, now)
                        .multipliedBy(some.size() + waiting - done)
                        .dividedBy(done));
    }

    private static RegionalRegistry registryOf(Repository repository) {
        return new RegionalRegistry(repository.account(), repository.region());
    }
}
