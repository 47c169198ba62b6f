package dev.ecrbot.policy.evaluation;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a policy stands, and when it is looked at.
 *
 * @param source whose policy it is
 * @param owner the account that has the registry, if known
 * @param region where the registry is, if known
 * @param arn what is asked about, if known
 * @param beside the registry's policy, which decides together with a repository's; empty if it has no say or isn't known
 * @param organizations what is known of organizations and of the accounts in them
 * @param now the time from which on something is asked
 */
public record Setting(
        Source source,
        Partition home,
        Optional<AccountId> owner,
        Optional<Region> region,
        Optional<String> arn,
        PolicyDocument beside,
        Organizations organizations,
        Instant now) {

    /** Returns the setting of a repository's policy, with no policy of the registry beside and nothing known of organizations. */
    public static Setting ofRepository(Repository repository, Instant now) {
        return new Setting(
                Source.REPOSITORY,
                repository.region().partition(),
                Optional.of(repository.account()),
                Optional.of(repository.region()),
                Optional.of(repository.arn()),
                PolicyDocument.empty(),
                Organizations.UNKNOWN,
                now);
    }

    /**
     * Returns whether the entry only hands the decision about the caller to the identity policies of the registry's own
     * account, by which the caller might be allowed without it just as well.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM:
     *     AWS account principals</a>
     */
    public boolean delegates(Principal entry, Principal caller) {
        return entry instanceof Principal.Account account
                && owner.equals(Optional.of(account.owner()))
                && !(caller instanceof Principal.Account);
    }

    /** Returns what is known of every request by the caller at any time. */
    RequestContext known(Principal caller) {
        RequestContext known = RequestContext.of(owner, region).andAll(caller);
        Map<String, List<String>> placed = organizations.keys(caller);
        return placed.isEmpty() ? known : known.and(placed);
    }
}
