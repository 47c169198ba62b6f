package dev.ecrbot.index;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.policy.PolicyDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a registry in a Region, and how far its crawl is.
 *
 * @param begun when the crawl under way began, or the last one
 * @param listed whether that crawl has the whole list of repositories
 * @param finished when the last crawl came to its end
 * @param troubles what couldn't be read, each a sentence or two
 */
public record KeptRegistry(
        RegionalRegistry registry,
        RegistryFacts facts,
        Optional<Instant> begun,
        boolean listed,
        Optional<Instant> finished,
        List<String> troubles) {
    public KeptRegistry {
        troubles = List.copyOf(troubles);
    }

    /** Returns what there is before the first crawl. */
    public static KeptRegistry none(RegionalRegistry registry) {
        return new KeptRegistry(registry, RegistryFacts.NONE, Optional.empty(), false, Optional.empty(), List.of());
    }

    /** Returns the same with another policy of the registry's own. */
    KeptRegistry ruledBy(PolicyDocument policy) {
        return new KeptRegistry(registry, facts.ruledBy(policy), begun, listed, finished, troubles);
    }

    /** Returns whether a crawl has begun that hasn't come to its end. */
    public boolean underWay() {
        return begun.isPresent()
                && finished.filter(end -> !end.isBefore(begun.get())).isEmpty();
    }

    /** Returns whether a crawl that began then, or later, has come to its end. */
    public boolean finishedSince(Instant crawl) {
        return finished.filter(end -> !end.isBefore(crawl)).isPresent();
    }

    /** Returns whether the crawl under way couldn't even list the repositories. */
    public boolean isStuck() {
        return underWay() && !listed && !troubles.isEmpty();
    }
}
