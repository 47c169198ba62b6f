package dev.ecrbot.desk.live;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Ledger;
import java.time.Clock;

/** The live policies, and what is worked out from them. */
public record Live(ReadPolicies policies, Planning planning, PolicyEvidence evidence, Suggestions suggestions) {

    /** Puts together what works on these policies. */
    public static Live of(Ledger ledger, Policies given, BotConfig config, Clock clock) {
        var policies = new ReadPolicies(given);
        var planning = new Planning(ledger, policies, config, clock);
        return new Live(policies, planning, new PolicyEvidence(planning), new Suggestions(policies, config));
    }
}
