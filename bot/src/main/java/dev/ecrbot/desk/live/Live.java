package dev.ecrbot.desk.live;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Ledger;
import java.time.Clock;
import java.util.concurrent.Executor;

/** The live policies, and what is worked out from them. */
public record Live(
        ReadPolicies policies,
        RegistryDenials denials,
        Planning planning,
        PolicyEvidence evidence,
        Suggestions suggestions,
        Caution caution) {

    /** Puts together what works on these policies, for one thread. */
    public static Live of(Ledger ledger, Policies given, BotConfig config, Clock clock) {
        return of(ledger, given, (holder, policy, asked) -> {}, Runnable::run, config, clock);
    }

    /**
     * As the other, for many threads.
     *
     * @param listener must be quick and throw nothing
     * @param beside has a thread for each reading at once
     */
    public static Live of(
            Ledger ledger,
            Policies given,
            ReadPolicies.Listener listener,
            Executor beside,
            BotConfig config,
            Clock clock) {
        var policies = new ReadPolicies(given, listener, clock);
        var denials = new RegistryDenials(policies, clock);
        var planning = new Planning(ledger, policies, denials, config, beside, clock);
        return new Live(
                policies,
                denials,
                planning,
                new PolicyEvidence(planning, denials),
                new Suggestions(policies, config),
                new Caution(ledger, config.production()));
    }
}
