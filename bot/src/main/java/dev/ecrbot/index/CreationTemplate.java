package dev.ecrbot.index;

import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import java.util.Set;

/**
 * What repositories are made from that nobody makes by hand.
 *
 * @param prefix the beginning of the names that it is for; {@code ROOT} stands for all that no other template is for
 * @param appliedFor what makes repositories from it: {@code REPLICATION}, {@code PULL_THROUGH_CACHE},
 *     {@code CREATE_ON_PUSH}
 * @param policy the policy that they are born with; the empty document if none
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html">Creation
 *     templates</a>
 */
public record CreationTemplate(String prefix, Set<String> appliedFor, PolicyDocument policy) {
    /** The prefix that isn't one. */
    public static final String ROOT = "ROOT";

    /** What makes repositories by rules for pulling through. */
    public static final String PULL_THROUGH = "PULL_THROUGH_CACHE";

    public CreationTemplate {
        appliedFor = Set.copyOf(appliedFor);
    }

    /** Returns whether a repository with this name can be made from it, as far as the prefix goes. */
    public boolean isFor(RepositoryName name) {
        return prefix.equals(ROOT) || name.value().startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
    }

    /** Returns how long the prefix is, which tells the template that is taken from others that could be. */
    int weight() {
        return prefix.equals(ROOT) ? 0 : prefix.length();
    }
}
