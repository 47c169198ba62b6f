package dev.ecrbot.desk.live;

import dev.ecrbot.config.Registry;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policies of repositories and of registries, as AWS keeps them. Thread-safe. Every call is bounded by the adapter's time-outs.
 *
 * <p>Failures are a {@link dev.ecrbot.problem.ProblemException} whose problem says what to do; no other exception leaves
 * an implementation.
 */
public interface Policies {

    /** Reads a live policy, never from a cache; a missing policy is the empty document. */
    PolicyDocument read(PolicyHolder holder);

    /** As {@link #read}; empty where the repository isn't there. */
    default Optional<PolicyDocument> readIfThere(PolicyHolder holder) {
        try {
            return Optional.of(read(holder));
        } catch (ProblemException e) {
            if (e.problem().code() == Code.REPOSITORY_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Gets ready for a write that most likely comes next, so that this has to wait for less. Returns at once and never fails: what goes
     * wrong shows in the write. The write may stay out.
     */
    void expect(PolicyHolder holder, OnBehalf behalf);

    /**
     * Replaces a policy whole, or deletes it where {@code proposed} is empty. Sent once: whether it
     * is sent again, after another look, is for the caller. The answer is the only way to fail.
     *
     * @param asked the principal the change is about: the first suspect when AWS refuses a principal without naming it
     * @param behalf whose doing it is, for AWS's own records
     */
    WriteAnswer write(PolicyHolder holder, PolicyDocument proposed, Principal asked, OnBehalf behalf);

    /** Reads what the registry's policy can rule on, never from a cache. */
    PolicyScope scope(RegionalRegistry registry);

    /** Reads what is worth knowing about a repository besides its policy; what can't be read is left out, not a failure. */
    RepositoryFacts facts(Repository repository);

    /** Reads a repository's resource tags, never from a cache: for decisions, so that what can't be read is a failure. */
    Map<String, String> tags(Repository repository);

    /** Lists repository names for suggestions; may be some minutes old, and is empty where it can't be read. */
    List<RepositoryName> names(Registry registry, Region region);
}
