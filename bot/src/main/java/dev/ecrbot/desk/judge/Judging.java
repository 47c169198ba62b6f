package dev.ecrbot.desk.judge;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.util.Optional;

/** Who judges, put together. */
public record Judging(
        RecordedRefusals refusals,
        RuleForChange ruleForChange,
        Owners owners,
        ViewerCheck viewers,
        AskChecks asks,
        ApproverCheck approvers) {

    /**
     * Who judges what is asked for.
     *
     * @param requesters whether they may ask
     * @param quorum whether enough people could approve it
     * @param quotas how much one person may have
     * @param immediate whether it may be made at once
     */
    public record AskChecks(
            RequesterCheck requesters, Quorum quorum, QuotaCheck quotas, ImmediateRevocation immediate) {

        /** Returns why this person may not ask under the rule for what others then decide on. */
        public Optional<Problem> mayAsk(Rule rule, PersonId person) {
            return requesters.refusal(rule, person).or(() -> quorum.missing(rule, person));
        }
    }

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
                new AskChecks(
                        new RequesterCheck(directory),
                        new Quorum(directory),
                        new QuotaCheck(),
                        new ImmediateRevocation(ledger, directory)),
                new ApproverCheck(directory, ruleForChange, owners, clock));
    }
}
