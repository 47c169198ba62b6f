package dev.ecrbot.desk.judge;

import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.DecisionProblems;
import dev.ecrbot.problem.PersonProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.RuleProblems;
import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Judges a decision: by the rule that matches now, with facts fetched now. */
public final class ApproverCheck {
    private final Directory directory;
    private final RuleForChange ruleForChange;
    private final Owners owners;
    private final Clock clock;

    public ApproverCheck(Directory directory, RuleForChange ruleForChange, Owners owners, Clock clock) {
        this.directory = directory;
        this.ruleForChange = ruleForChange;
        this.owners = owners;
        this.clock = clock;
    }

    /** Returns the rule with those as its approvers who decide on the request now; none where that can't be told. */
    public Optional<Rule> rule(Request request) {
        return rule(request.change());
    }

    public Optional<Rule> rule(Change change) {
        return ruleForChange.rule(change).flatMap(rule -> owners.find(rule, change.target()));
    }

    /** Returns the rule as it is configured, whoever decides by it. */
    public Optional<Rule> configured(Request request) {
        return ruleForChange.rule(request.change());
    }

    /** Says why there is no {@link #rule}. */
    public Problem noRule(Request request) {
        return noRule(request.change());
    }

    /** As the other. */
    public Problem noRule(Change change) {
        return ruleForChange
                .rule(change)
                .map(rule -> owners.refusal(rule, change.target()).orElseGet(() -> passed(rule)))
                .orElseGet(() -> ruleForChange.none(change));
    }

    private static Problem passed(Rule rule) {
        return RuleProblems.ownerNotFoundOut(rule.name());
    }

    /** Returns why this person may not approve the request now; judges the requester too. */
    public Optional<Problem> refusesApproval(Rule rule, Request request, PersonId approver) {
        return refusesApprover(rule, request, approver)
                .or(() -> requesterRefused(rule, requester(request)))
                .or(() -> ConditionsCheck.refusal(rule, request))
                .or(() -> tooLate(rule, request));
    }

    /** Returns why an approval by this person doesn't count now, whatever it was when it was given. */
    public Optional<Problem> refusesApprover(Rule rule, Request request, PersonId approver) {
        return rule.mayApprove(facts(rule, approver), requester(request)).refusal();
    }

    /** Returns why the rule wouldn't approve the request by itself now; judges the requester too. */
    Optional<Problem> refusesRule(Rule rule, Request request) {
        return RuleApproval.refusal(rule, request)
                .or(() -> requesterRefused(rule, requester(request)))
                .or(() -> ConditionsCheck.refusal(rule, request))
                .or(() -> tooLate(rule, request));
    }

    private static PersonId requester(Request request) {
        return request.ask().orElseThrow().requester();
    }

    public Optional<Problem> refusesDenial(Rule rule, PersonId denier) {
        return rule.mayDeny(facts(rule, denier)).refusal();
    }

    /**
     * Returns whether this person may deny what the rule decides on, by facts that are minutes old at most: enough to offer
     * them a button, and not for what it does.
     */
    public boolean offersDenial(Rule rule, PersonId person) {
        return rule.decidedBy(rule.approvers().people())
                .mayDeny(directory.facts(
                        person, rule.approvers().people().groupsToAsk(person), Directory.Freshness.RECENT))
                .refusal()
                .isEmpty();
    }

    /** Returns why this person may do nothing at all, whatever the rules say. */
    public Optional<Problem> refusesMember(PersonId person) {
        return directory.facts(person, Set.of(), Directory.Freshness.LIVE).refusal();
    }

    private Facts facts(Rule rule, PersonId person) {
        return directory.facts(person, rule.approvers().people().groupsToAsk(person), Directory.Freshness.LIVE);
    }

    private Optional<Problem> requesterRefused(Rule rule, PersonId requester) {
        Facts facts = directory.facts(requester, rule.requesters().groupsToAsk(requester), Directory.Freshness.LIVE);
        return rule.mayAsk(facts).refusal().map(PersonProblems::requesterRefused);
    }

    private Optional<Problem> tooLate(Rule rule, Request request) {
        Change change = request.change();
        return change.edit()
                .granted()
                .flatMap(grant -> tooLate(rule, request, grant))
                .or(() -> ruleForChange.tooLong(rule, change));
    }

    private Optional<Problem> tooLate(Rule rule, Request request, Edit.Grant grant) {
        Instant now = clock.instant();
        if (grant.until().filter(end -> !end.isAfter(now)).isPresent()) {
            return Optional.of(DecisionProblems.endPassed(request.id().toString()));
        }
        return rule.terms()
                .maxDuration()
                .filter(max -> grant.until().isEmpty()
                        || grant.until().get().isAfter(now.plus(max).plus(RuleForChange.ROUNDING)))
                .map(max ->
                        RuleProblems.noLongerSoLong(rule.name(), request.id().toString()));
    }
}
