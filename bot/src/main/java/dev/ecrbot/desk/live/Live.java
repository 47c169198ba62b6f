package dev.ecrbot.desk.live;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import java.time.Clock;
import java.util.function.BiConsumer;

/** The live policies, and what is worked out from them. */
public record Live(
        ReadPolicies policies, Planning planning, PolicyEvidence evidence, Suggestions suggestions, Caution caution) {

    /** Puts together what works on these policies. */
    public static Live of(Ledger ledger, Policies given, BotConfig config, Clock clock) {
        return of(ledger, given, (holder, policy) -> {}, config, clock);
    }

    /** As the other; {@code told} is told of each policy that is read. It must be quick and throw nothing. */
    public static Live of(
            Ledger ledger,
            Policies given,
            BiConsumer<PolicyHolder, PolicyDocument> told,
            BotConfig config,
            Clock clock) {
        var policies = new ReadPolicies(given, told);
        var planning = new Planning(ledger, policies, config, clock);
        return new Live(
                policies,
                planning,
                new PolicyEvidence(planning),
                new Suggestions(policies, config),
                new Caution(ledger, config.production()));
    }
}
