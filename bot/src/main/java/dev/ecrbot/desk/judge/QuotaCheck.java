package dev.ecrbot.desk.judge;

import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.TakeOver;
import dev.ecrbot.problem.LimitProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Quota;
import dev.ecrbot.rules.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps one person from having more under a rule than it says; what takes access away isn't counted among it. */
public final class QuotaCheck {
    /** More of one person's are not looked through. */
    private static final int MOST = 1_000;

    private static final Set<RequestState> COMING = Set.of(RequestState.APPROVED, RequestState.APPLYING);

    /**
     * Returns why this person may not ask for more under the rule; empty if they may. That stays so while the transaction has the
     * person's {@linkplain dev.ecrbot.desk.ledger.Requests#turn turn}.
     *
     * @param more how many they ask for
     */
    public Optional<Problem> refusal(
            LedgerTransaction transaction, Rule rule, PersonId person, Change change, int more) {
        Quota quota = rule.terms().quota();
        return gives(change)
                ? pending(transaction, rule, quota, person, more)
                        .or(() -> quota.active()
                                .filter(most -> held(transaction, rule, person) + more > most)
                                .map(most -> LimitProblems.grants(rule.name(), most)))
                : Optional.empty();
    }

    /**
     * Returns why so many of somebody's requests may not be approved now, since they would hold more than the rule says; has their
     * turn from then on.
     */
    public Optional<Problem> refusesApproval(LedgerTransaction transaction, Rule rule, Request locked, int more) {
        return exceeds(transaction, rule, locked, more)
                .map(most -> LimitProblems.grantsOnApproval(
                        rule.name(), most, locked.id().toString()));
    }

    /** Returns why what failed may not be tried again with its approvals, for the same reason; has the requester's turn, too. */
    public Optional<Problem> refusesAnotherTry(LedgerTransaction transaction, Rule rule, Request failed) {
        return exceeds(transaction, rule, failed, 1)
                .map(most -> LimitProblems.grantsOnAnotherTry(
                        rule.name(), most, failed.id().toString()));
    }

    /** Returns whether what waits may go on as somebody else's, who would have one more that waits; has their turn, too. */
    public boolean letsInherit(LedgerTransaction transaction, Rule rule, Request waiting, PersonId heir) {
        transaction.requests().turn(heir);
        return refusal(transaction, rule, heir, waiting.change(), 1).isEmpty();
    }

    private static Optional<Integer> exceeds(LedgerTransaction transaction, Rule rule, Request locked, int more) {
        Optional<Integer> most = rule.terms().quota().active();
        Optional<PersonId> requester = locked.ask().map(Ask::requester);
        if (most.isEmpty() || requester.isEmpty() || !gives(locked.change())) {
            return Optional.empty();
        }
        transaction.requests().turn(requester.get());
        return most.filter(number -> held(transaction, rule, requester.get()) + more > number);
    }

    private static boolean gives(Change change) {
        return change.edit() instanceof Edit.Grant || change.edit() instanceof TakeOver;
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
                .map(most -> LimitProblems.waitingUnderRule(rule.name(), most));
    }

    /** Returns how many grants they have, and how many are approved and on their way. */
    private static long held(LedgerTransaction transaction, Rule rule, PersonId person) {
        Stream<Request> given = transaction.grants().heldBy(person, MOST).stream()
                .flatMap(grant -> transaction.requests().find(grant.id().request()).stream());
        Stream<Request> coming = transaction.requests().of(person, MOST).stream()
                .filter(request -> COMING.contains(request.stage().state()) && gives(request.change()));
        return Stream.concat(given, coming)
                .filter(request -> isUnder(rule, request) && request.authority() != Authority.PERSON)
                .map(Request::id)
                .distinct()
                .count();
    }

    private static boolean isUnder(Rule rule, Request request) {
        return request.ask().map(Ask::rule).filter(rule.name()::equals).isPresent();
    }
}
