package dev.ecrbot.index;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the index is kept. Thread-safe; each method is one transaction.
 *
 * <p>When the database can't be used, every method throws a {@link dev.ecrbot.problem.ProblemException} with
 * {@code STORE_UNAVAILABLE}, and has done nothing.
 */
public interface IndexStore {

    /** Returns what is kept of the registry; {@link KeptRegistry#none} if nothing. */
    KeptRegistry registry(RegionalRegistry registry);

    /** Records that a crawl begins. */
    void begin(RegionalRegistry registry, Instant crawl);

    /** Records that these repositories are there; what is known of them stays. */
    void listed(RegionalRegistry registry, Instant crawl, List<RepositoryName> names);

    /**
     * Records that the crawl's list is whole: what it doesn't have is gone.
     *
     * @param ruled when AWS was asked for the registry's own policy; empty if it couldn't be read
     */
    void listedAll(
            RegionalRegistry registry,
            Instant crawl,
            RegistryFacts facts,
            Optional<Instant> ruled,
            List<String> troubles);

    /** Returns the repositories that were neither read nor tried since the crawl began, in order. */
    List<RepositoryName> unread(RegionalRegistry registry, Instant crawl);

    /**
     * Keeps what was read, of repositories and of registries that are known, where nothing read later is kept; and notes what has
     * changed.
     */
    void read(List<PolicyReading> readings);

    /** Records that these couldn't be read, and why; what is known of them stays. */
    void failed(Map<Repository, String> troubles, Instant at);

    /** Records that these aren't there any more. */
    void gone(List<Repository> repositories, Instant at);

    /** Records that the crawl has come to its end. */
    void finish(RegionalRegistry registry, Instant at);

    /** Records what keeps the crawl from going on. */
    void trouble(RegionalRegistry registry, String trouble);

    /** Returns what was kept since then, in no order; gone ones among them. */
    List<KeptRepository> keptSince(Instant time);

    /** Returns the changes with a greater seq, in their order, so many at most. */
    List<PolicyChange> changesAfter(long seq, int most);

    /** Returns the seq of the newest change; 0 if there is none. */
    long newestChange();

    /** Returns the changes of this policy, newest first, so many at most. */
    List<PolicyChange> changesOf(PolicyHolder holder, int most);

    /** Returns the changes that were found since then and have a greater seq, in their order, so many at most. */
    List<PolicyChange> changesSince(Instant time, long seq, int most);
}
