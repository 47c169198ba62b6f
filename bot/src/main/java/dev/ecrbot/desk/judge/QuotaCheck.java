package dev.ecrbot.desk.judge;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.TakeOver;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Quota;
import dev.ecrbot.rules.Rule;
import java.util.Optional;

/** Keeps one person from having more under a rule than it says; what takes access away isn't counted among it. */
public final class QuotaCheck {
    /** More of one person's are not looked through. */
    private static final int MOST = 1_000;

    private final Ledger ledger;

    QuotaCheck(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Returns why this person may not ask for more under the rule; empty if they may.
     *
     * @param more how many they ask for
     */
    public Optional<Problem> refusal(Rule rule, PersonId person, Change change, int more) {
        Quota quota = rule.terms().quota();
        boolean gives = change.edit() instanceof Edit.Grant || change.edit() instanceof TakeOver;
        if (!gives || quota.equals(Quota.NONE)) {
            return Optional.empty();
        }
        return ledger.transact(transaction -> pending(transaction, rule, quota, person, more)
                .or(() -> active(transaction, rule, quota, person, more)));
    }

    private static Optional<Problem> pending(
            LedgerTransaction transaction, Rule rule, Quota quota, PersonId person, int more) {
        return quota.pending()
                .filter(most -> transaction.requests().of(person, MOST).stream()
                                        .filter(request -> request.stage().state() == RequestState.PENDING)
                                        .filter(request -> isUnder(rule, request))
                                        .count()
                                + more
                        > most)
                .map(most -> new Problem(
                        Code.LIMIT_PENDING,
                        "Rule " + rule.name() + " lets one person have " + most
                                + " requests that wait for a decision, and you would have more.",
                        "Ask its approvers to decide, or take back what isn't needed: /ecr requests mine shows them, "
                                + "/ecr cancel and the id takes one back."));
    }

    private static Optional<Problem> active(
            LedgerTransaction transaction, Rule rule, Quota quota, PersonId person, int more) {
        return quota.active()
                .filter(most -> transaction.grants().heldBy(person, MOST).stream()
                                        .flatMap(grant -> transaction
                                                .requests()
                                                .find(grant.id().request())
                                                .stream())
                                        .filter(request -> isUnder(rule, request))
                                        .count()
                                + more
                        > most)
                .map(most -> new Problem(
                        Code.LIMIT_GRANTS,
                        "Rule " + rule.name() + " lets one person hold " + most
                                + " grants at a time, and you would hold more.",
                        "End what isn't needed any more: /ecr shows what you hold, /ecr end and the id ends it."));
    }

    private static boolean isUnder(Rule rule, Request request) {
        return request.ask().map(Ask::rule).filter(rule.name()::equals).isPresent();
    }
}
