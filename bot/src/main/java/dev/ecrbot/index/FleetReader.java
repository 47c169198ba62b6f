package dev.ecrbot.index;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a crawl reads at AWS. Thread-safe; every call is bounded by the adapter's time-outs.
 *
 * <p>Nothing is repeated after a failure, so that whoever crawls learns at once that AWS throttles. Failures are a
 * {@link dev.ecrbot.problem.ProblemException}; no other exception leaves an implementation.
 */
public interface FleetReader {

    /** A part of a registry's list of repositories. */
    record Listing(List<RepositoryName> names, Optional<String> next) {
        public Listing {
            names = List.copyOf(names);
        }
    }

    /**
     * Lists repositories.
     *
     * @param token what the part before named as the next one; empty for the first part
     */
    Listing list(RegionalRegistry registry, Optional<String> token);

    /** Reads a policy; a missing one is the empty document. */
    PolicyDocument policy(PolicyHolder holder);

    /** Reads a repository's tags. */
    Map<String, String> tags(Repository repository);

    /** Reads whether AWS lets the registry's policy decide about images: whether its scope is V2. */
    boolean decidesOnImages(RegionalRegistry registry);

    /** Reads what new repositories are made from. */
    List<CreationTemplate> templates(RegionalRegistry registry);

    /** Reads from where, and under which names, repositories are filled. */
    List<PullThroughRule> pullThroughRules(RegionalRegistry registry);

    /** Reads where to its images are copied. */
    List<ReplicationRule> replication(RegionalRegistry registry);
}
