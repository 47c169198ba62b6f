package dev.ecrbot.policy.holding;

import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.evaluation.Setting;
import dev.ecrbot.policy.plan.Edit;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan depends on beside the policy and the edit.
 *
 * @param accesses the words that people can type, for texts only
 * @param now the current time
 * @param accountNames what people call the accounts, for texts only
 * @param expiryInPolicy whether the end of a grant is written into its statement as a condition
 * @param owned the grants in force that the policy gives; without the one that an {@link Edit.End} ends or an
 *     {@link Edit.Extend} extends
 * @param organizations what is known of organizations and of the accounts in them
 * @param beside what else denies something there: statements of the registry's own policy
 */
public record PlanContext(
        AccessCatalogue accesses,
        Target target,
        Instant now,
        Map<AccountId, String> accountNames,
        boolean expiryInPolicy,
        Set<Owned> owned,
        Organizations organizations,
        PolicyDocument beside) {
    public PlanContext {
        accountNames = Map.copyOf(accountNames);
        owned = Set.copyOf(owned);
    }

    /** A context in which nothing else denies anything. */
    public PlanContext(
            AccessCatalogue accesses,
            Target target,
            Instant now,
            Map<AccountId, String> accountNames,
            boolean expiryInPolicy,
            Set<Owned> owned,
            Organizations organizations) {
        this(accesses, target, now, accountNames, expiryInPolicy, owned, organizations, PolicyDocument.empty());
    }

    /** A context in which nothing is known of organizations. */
    public PlanContext(
            AccessCatalogue accesses,
            Target target,
            Instant now,
            Map<AccountId, String> accountNames,
            boolean expiryInPolicy,
            Set<Owned> owned) {
        this(accesses, target, now, accountNames, expiryInPolicy, owned, Organizations.UNKNOWN);
    }

    public Partition home() {
        return target.region().partition();
    }

    /**
     * Returns where the policy stands that is planned on: a pattern's {@link EditScope} of a registry's policy is written, and
     * asked, as a repository's, and which of the repositories is meant isn't known. Of the registry's policy that stands beside a
     * repository's only what it denies counts: what it gives is there whatever is changed here.
     */
    public Setting setting() {
        return new Setting(
                Source.REPOSITORY,
                home(),
                Optional.of(target.account()),
                Optional.of(target.region()),
                Optional.of(target).filter(Repository.class::isInstance).map(Target::arn),
                beside,
                organizations,
                now);
    }

    public PrincipalLabels names() {
        return new PrincipalLabels(accountNames, organizations.names());
    }
}
