package dev.ecrbot.desk.judge;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Ledger;
import java.time.Clock;

/** Who judges, put together. */
public record Judging(
        RecordedRefusals refusals,
        RuleForChange ruleForChange,
        Owners owners,
        ViewerCheck viewers,
        RequesterCheck requesters,
        ApproverCheck approvers,
        Quorum quorum,
        QuotaCheck quotas,
        ImmediateRevocation immediate) {

    /** Returns who judges anew what was approved a while ago. */
    public StandingApproval standing(Ledger ledger) {
        return new StandingApproval(ledger, approvers);
    }

    /** Puts those together who judge by these rules. */
    public static Judging of(Ledger ledger, Directory directory, Owners.Tags tags, BotConfig config, Clock clock) {
        var ruleForChange = new RuleForChange(config, clock);
        var owners = new Owners(tags);
        return new Judging(
                new RecordedRefusals(ledger, directory, clock),
                ruleForChange,
                owners,
                new ViewerCheck(config.rules(), directory),
                new RequesterCheck(directory),
                new ApproverCheck(directory, ruleForChange, owners, clock),
                new Quorum(directory),
                new QuotaCheck(ledger),
                new ImmediateRevocation(ledger, directory));
    }
}
