package dev.ecrbot.desk.answer;

import dev.ecrbot.command.Inquiry;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.judge.ViewerCheck;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.rules.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what is on record. */
final class Records {
    /** Why a grant can have ended by somebody else's doing. */
    private static final Set<String> BY_OTHERS = Set.of(
            Grant.Reason.FOUND_MISSING.name(),
            Grant.Reason.PRINCIPAL_DELETED.name(),
            Grant.Reason.REPOSITORY_DELETED.name());

    private final Ledger ledger;
    private final RecordedRefusals refusals;
    private final ViewerCheck viewers;

    Records(Ledger ledger, RecordedRefusals refusals, ViewerCheck viewers) {
        this.viewers = viewers;
        this.ledger = ledger;
        this.refusals = refusals;
    }

    Story show(PersonId person, Inquiry.Show asked) {
        Request request = person.isMachine() ? ofMachines(asked.request()) : refusals.request(person, asked.request());
        if (!request.maker().equals(Optional.of(person))) {
            viewers.check(person, request.change().registry(), request.change().target());
        }
        return ledger.transact(transaction -> {
            List<Event> events = transaction.events().of(request.id());
            if (person.isMachine() && !hadToDoWith(person, request, events)) {
                throw refusals.notFound(asked.request());
            }
            return new Story(
                    request,
                    transaction
                            .requests()
                            .approvals(request.id(), request.revision().number()),
                    CardHistory.of(transaction, request, events),
                    events,
                    Bundle.shown(transaction, request.id()),
                    hadToDoWith(person, request, events));
        });
    }

    // A machine looks every few seconds: that it looks for nothing isn't recorded each time.
    private Request ofMachines(String typed) {
        return RequestId.parse(typed)
                .flatMap(id -> ledger.<Optional<Request>>transact(
                        transaction -> transaction.requests().find(id)))
                .orElseThrow(() -> refusals.notFound(typed));
    }

    static Chronicle.Chapter chapter(LedgerTransaction transaction, Request request, List<Event> events) {
        return new Chronicle.Chapter(
                request,
                CardHistory.of(transaction, request, events),
                events.stream().filter(Records::isForeign).toList(),
                transaction.requests().card(request.id()));
    }

    /** Returns whether it tells that somebody else changed the policy. */
    private static boolean isForeign(Event event) {
        return (event.kind() == EventKind.REVISED
                        && !RevisionCause.of(event.details()).byRule())
                || (event.kind() == EventKind.GRANT_ENDED
                        && BY_OTHERS.contains(event.details().getOrDefault(Detail.REASON, "")));
    }

    private static boolean hadToDoWith(PersonId person, Request request, List<Event> events) {
        return request.maker().equals(Optional.of(person))
                || events.stream()
                        .anyMatch(event -> event.kind() != EventKind.DECISION_REFUSED
                                && event.actor().equals(Optional.of(person)));
    }
}
