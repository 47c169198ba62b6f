package dev.ecrbot.policy.assertion;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.OtherPolicies;
import java.util.Optional;

/**
 * The policies that something is expected of.
 *
 * @param policy the repository's
 * @param registry the registry's; empty if there is none
 * @param others the others, if whole verdicts are expected and not those of the repository's side
 */
public record AssertionSubject(
        Repository repository, PolicyDocument policy, PolicyDocument registry, Optional<OtherPolicies> others) {}
