package dev.ecrbot.index;

import java.util.Optional;

/**
 * A rule by which a registry fills repositories from another one.
 *
 * @param prefix the beginning of the names that it is for
 * @param upstream the other registry's host
 * @param role the ARN of the role that reads there, if the other one is an ECR of another account
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html">Pull through cache</a>
 */
public record PullThroughRule(String prefix, String upstream, Optional<String> role) {}
