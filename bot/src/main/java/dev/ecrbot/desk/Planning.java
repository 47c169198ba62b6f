package dev.ecrbot.desk;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.Owned;
import dev.ecrbot.policy.Plan;
import dev.ecrbot.policy.PlanContext;
import dev.ecrbot.policy.Planned;
import dev.ecrbot.policy.Planner;
import dev.ecrbot.policy.PolicyDocument;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works out a change against the live policy. */
final class Planning {

    /**
     * A plan and the live policy it was made on.
     *
     * @param mark the last recorded write before the policy was read
     */
    record Draft(PolicyDocument live, long mark, Planned planned) {}

    private final Ledger ledger;
    private final Policies policies;
    private final Map<AccountId, String> accountNames;
    private final boolean expiryInPolicy;
    private final Clock clock;

    Planning(Ledger ledger, Policies policies, BotConfig config, Clock clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.accountNames = names(config.accounts());
        this.expiryInPolicy = config.policy().expiryInPolicy();
        this.clock = clock;
    }

    Draft draft(Change change) {
        // The mark comes first: a write between the two is in the policy then, and following it again does no harm.
        long mark = ledger.transact(books -> books.writes().last(change.target().holder()));
        PolicyDocument live = policies.read(change.target().holder());
        return new Draft(live, mark, plan(live, change));
    }

    Planned plan(PolicyDocument live, Change change) {
        var context = new PlanContext(change.target(), clock.instant(), accountNames, expiryInPolicy, owned(change));
        return Planner.plan(live, change.edit(), context);
    }

    /** Returns whether what was approved earlier is what a plan just made would do. */
    boolean isStill(Plan approved, Plan now) {
        return approved.sameMeaning(now, clock.instant());
    }

    private Set<Owned> owned(Change change) {
        return ledger.transact(books -> books.grants().standing(change.target().holder())).stream()
                .filter(grant -> !change.grant().equals(Optional.of(grant.id())))
                .map(Grant::owned)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<AccountId, String> names(Map<String, AccountId> accounts) {
        var names = new HashMap<AccountId, String>();
        accounts.forEach((name, account) -> names.putIfAbsent(account, name));
        return Map.copyOf(names);
    }
}
