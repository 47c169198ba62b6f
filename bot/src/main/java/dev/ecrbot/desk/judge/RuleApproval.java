package dev.ecrbot.desk.judge;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.DecisionProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.WriteProblems;
import dev.ecrbot.rules.AutoApproval;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a rule approves something by itself: one named role that gets to pull from one repository for a while, where there is
 * nothing that an approver would have to be warned of, and nothing of what others wrote changes.
 */
public final class RuleApproval {
    private RuleApproval() {}

    /**
     * Returns by which of its terms the rule approves what somebody asks for, not counting how many it has approved. What machines ask
     * for it never does: no person would have had a hand in it.
     */
    public static Optional<AutoApproval> of(Rule rule, PersonId requester, Change change, Plan plan, Instant now) {
        return rule.approvers()
                .auto()
                .filter(auto -> !requester.isMachine())
                .filter(auto -> isLow(auto, change, now))
                .filter(auto -> isPlain(change, plan));
    }

    private static boolean isLow(AutoApproval auto, Change change, Instant now) {
        return change.edit() instanceof Edit.Grant grant
                && !grant.own()
                && auto.covers(RuleForChange.subject(change), grant.until(), now);
    }

    // An error in the policy, a Deny, production: whatever there is to know is for people to weigh.
    private static boolean isPlain(Change change, Plan plan) {
        boolean underItsOwn = change.edit()
                .granted()
                .filter(grant -> !grant.access().conditions().isEmpty())
                .isPresent();
        return plan.warnings().isEmpty()
                && plan.touchedForeign().isEmpty()
                && plan.effects().stream().allMatch(effect -> effect.loses().isEmpty())
                && (underItsOwn || !plan.conditional());
    }

    /** Returns why the rule wouldn't approve the request by now; empty if it would. */
    static Optional<Problem> refusal(Rule rule, Request request) {
        PersonId requester = request.ask().map(Ask::requester).orElse(PersonId.UNKNOWN);
        return of(rule, requester, request.change(), request.revision().plan(), request.createdAt())
                        .isPresent()
                ? Optional.empty()
                : Optional.of(DecisionProblems.notApprovedByRule(
                        rule.name(), request.id().toString()));
    }

    /** Returns why what a rule approved isn't written, since something else would come of it now. */
    public static Problem outdated(Request request) {
        return WriteProblems.changedSinceRuleApproved(
                request.change().target(),
                request.ask().map(ask -> ask.rule()).orElse(""),
                request.id().toString());
    }
}
