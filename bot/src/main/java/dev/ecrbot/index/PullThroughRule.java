package dev.ecrbot.index;

import dev.ecrbot.ecr.RepositoryName;
import java.util.Optional;

/**
 * A rule by which a registry fills repositories from another one.
 *
 * @param prefix the beginning of the names that it is for
 * @param upstream the other registry's host
 * @param role the ARN of the role that reads there, if the other one is an ECR of another account
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html">Pull through cache</a>
 */
public record PullThroughRule(String prefix, String upstream, Optional<String> role) {

    /** Returns whether it makes repositories with this name; {@code ROOT} is for all names. */
    boolean isFor(RepositoryName name) {
        return prefix.equals(CreationTemplate.ROOT) || name.value().startsWith(prefix + "/");
    }
}
