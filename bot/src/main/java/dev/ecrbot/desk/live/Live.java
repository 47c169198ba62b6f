package dev.ecrbot.desk.live;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Ledger;
import java.time.Clock;

/** The live policies, and what is worked out from them. */
public record Live(
        ReadPolicies policies,
        RegistryDenials denials,
        Planning planning,
        PolicyEvidence evidence,
        Suggestions suggestions,
        Caution caution) {

    /** Puts together what works on these policies. */
    public static Live of(Ledger ledger, Policies given, BotConfig config, Clock clock) {
        return of(ledger, given, (holder, policy, asked) -> {}, config, clock);
    }

    /** As the other; the listener must be quick and throw nothing. */
    public static Live of(
            Ledger ledger, Policies given, ReadPolicies.Listener listener, BotConfig config, Clock clock) {
        var policies = new ReadPolicies(given, listener, clock);
        var denials = new RegistryDenials(policies, clock);
        var planning = new Planning(ledger, policies, denials, config, clock);
        return new Live(
                policies,
                denials,
                planning,
                new PolicyEvidence(planning, denials),
                new Suggestions(policies, config),
                new Caution(ledger, config.production()));
    }
}
