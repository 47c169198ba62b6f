package dev.ecrbot.desk.judge;

import dev.ecrbot.desk.ledger.Concerned;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.RevocationProblems;
import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Revocation;
import dev.ecrbot.rules.Rule;
import java.util.List;
import java.util.Optional;

/**
 * Whether a revocation may be made at once, on one person's word. Nothing that others wrote ever is: as soon as a statement
 * of theirs would change, the whole of it goes the way of approval.
 */
public final class ImmediateRevocation {
    private final Ledger ledger;
    private final Directory directory;

    public ImmediateRevocation(Ledger ledger, Directory directory) {
        this.ledger = ledger;
        this.directory = directory;
    }

    /** Returns whether the person may make revocations at once as an approver; judges with facts fetched now. */
    public boolean decides(Rule rule, PersonId person) {
        return rule.handling().revocation() == Revocation.IMMEDIATE
                && rule.mayDeny(facts(rule, person)).refusal().isEmpty();
    }

    /** Judges with facts fetched now. */
    public boolean may(Rule rule, PersonId person, Change change, Plan plan) {
        if (rule.handling().revocation() != Revocation.IMMEDIATE
                || !(change.edit() instanceof Edit.Revoke revoke)
                || !plan.touchedForeign().isEmpty()) {
            return false;
        }
        return decides(rule, person) || (facts(rule, person).refusal().isEmpty() && holdsAll(person, change, revoke));
    }

    private Facts facts(Rule rule, PersonId person) {
        return directory.facts(person, rule.approvers().people().groupsToAsk(person), Directory.Freshness.LIVE);
    }

    private boolean holdsAll(PersonId person, Change change, Edit.Revoke revoke) {
        List<Grant> concerned = ledger.transact(transaction -> Concerned.takenFrom(transaction, change, revoke));
        return !concerned.isEmpty()
                && concerned.stream().allMatch(grant -> grant.requester().equals(person));
    }

    /** Returns why what was to be done at once can't be on the policy as it is by now. */
    public static Optional<Problem> obstacle(Request request, Plan plan) {
        boolean foreign = request.authority() == Authority.PERSON
                && request.change().edit() instanceof Edit.Revoke
                && !plan.touchedForeign().isEmpty();
        return foreign
                ? Optional.of(RevocationProblems.wouldTakeFromOthers(
                        request.change().target(), request.id().toString()))
                : Optional.empty();
    }
}
