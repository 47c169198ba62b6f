package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.rules.Calling;
import dev.ecrbot.rules.Escalation;
import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is called late about a request that waits: once for each request, whatever becomes of its plan. */
public final class Escalations {
    private Escalations() {}

    /** Returns whether the deputies have been called. */
    public static boolean made(List<Event> events) {
        return events.stream().anyMatch(event -> event.kind() == EventKind.ESCALATED);
    }

    /** Returns when the deputies are to be called about a request that is shown since then; empty if they were, or never are. */
    public static Optional<Instant> due(Instant since, Calling calling, List<Event> events) {
        return calling.escalates(since).filter(at -> !made(events));
    }

    /** Returns who is mentioned on the request's card while this rule decides on it; nobody where none does any more. */
    static Called called(LedgerTransaction transaction, Request request, Optional<Rule> rule) {
        if (rule.isEmpty() && request.stage().state() == RequestState.PENDING) {
            return Called.NOBODY;
        }
        Calling calling = rule.map(Rule::handling).orElse(Handling.USUAL).calling();
        if (request.stage().state() != RequestState.PENDING
                || calling.escalation().isEmpty()) {
            Called all = Called.atOnce(request);
            return new Called(all.first(), all.deputies(), calling.pingsInformed());
        }
        List<Event> events = transaction.events().of(request.id());
        People deputies = calling.escalation().get().to();
        Instant at = calling.escalates(Reminders.since(request, events)).orElseThrow();
        return new Called(
                request.ask().map(Ask::approvers).map(calling::first),
                Optional.of(new Called.Deputies(deputies, at, made(events))),
                calling.pingsInformed());
    }

    /** Returns the call that this notice is for; nothing once there is nobody to call, or nothing to decide. */
    static Optional<Message> message(
            LedgerTransaction transaction, Notice notice, Request request, CardRef card, Optional<Rule> rule) {
        Instant until = Instant.parse(notice.details().getOrDefault(Detail.UNTIL, ""));
        return rule.filter(any -> request.stage().state() == RequestState.PENDING)
                .flatMap(now -> now.handling().calling().escalation())
                .map(Escalation::to)
                .flatMap(to -> Reminders.missing(to, Reminders.approvals(transaction, request)))
                .map(deputies -> new Escalated(request, card, deputies, until));
    }
}
