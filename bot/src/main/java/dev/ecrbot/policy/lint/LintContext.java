package dev.ecrbot.policy.lint;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What findings depend on beside the policy.
 *
 * @param source whose policy it is
 * @param owner the account that has the registry, if known
 * @param region where the registry is, if known
 * @param accounts the accounts that are configured and what people call them; if there are none, every account is taken
 *     for known
 * @param bot who looks after the policy beside the owner, if anybody
 * @param organizations those that are configured; if none has a name there, every organization is taken for known
 */
public record LintContext(
        Source source,
        Optional<AccountId> owner,
        Optional<Region> region,
        Map<AccountId, String> accounts,
        Instant now,
        Optional<Principal> bot,
        Organizations organizations) {
    public LintContext {
        accounts = Map.copyOf(accounts);
    }

    /** A context in which nothing is known of organizations. */
    public LintContext(
            Source source,
            Optional<AccountId> owner,
            Optional<Region> region,
            Map<AccountId, String> accounts,
            Instant now,
            Optional<Principal> bot) {
        this(source, owner, region, accounts, now, bot, Organizations.UNKNOWN);
    }

    /** Returns the context of a repository's policy of which nothing else is known. */
    public static LintContext ofRepository(Instant now) {
        return new LintContext(Source.REPOSITORY, Optional.empty(), Optional.empty(), Map.of(), now, Optional.empty());
    }

    Partition home() {
        return region.map(Region::partition).orElse(Partition.AWS);
    }

    PrincipalLabels names() {
        return new PrincipalLabels(accounts, organizations.names());
    }

    boolean knows(AccountId account) {
        return accounts.isEmpty() || accounts.containsKey(account) || owner.equals(Optional.of(account));
    }

    boolean knows(OrganizationId organization) {
        return organizations.names().isEmpty() || organizations.names().containsKey(organization);
    }

    RequestContext known() {
        var keys = new HashMap<String, List<String>>();
        owner.ifPresent(account -> keys.put("aws:ResourceAccount", List.of(account.value())));
        region.ifPresent(in -> keys.put("aws:RequestedRegion", List.of(in.value())));
        return RequestContext.of(now).and(keys);
    }

    /** Returns what is known of requests by anybody whom the entry stands for. */
    RequestContext known(Principal entry) {
        if (entry instanceof Principal.Account account) {
            return known().and(Map.of(
                            "aws:PrincipalAccount", List.of(account.owner().value())))
                    .and(organizations.keys(account.owner()));
        }
        if (entry instanceof Principal.Everyone || entry instanceof Principal.Other) {
            return known();
        }
        return known().and(entry).and(organizations.keys(entry));
    }
}
