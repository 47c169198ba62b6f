package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests that were asked for at once. While they wait they are decided on together, on one card; once decided, each goes on by
 * itself, on a card of its own below that one.
 *
 * @param lead the first of them, by which the bundle is known
 * @param members all of them, in the order in which they were asked for
 * @param typed what was typed to ask for them
 * @param card where their common card stands
 */
public record Bundle(RequestId lead, List<RequestId> members, String typed, Optional<CardRef> card) {
    public Bundle {
        members = List.copyOf(members);
        if (members.size() < 2 || !members.contains(lead)) {
            throw new IllegalArgumentException("a bundle has two requests at least, and one of them leads");
        }
    }

    /** Returns the bundle in which the request waits: nothing once it was decided, or has another plan than the others were asked with. */
    public static Optional<Bundle> waiting(LedgerTransaction transaction, Request request) {
        return isTogether(request) ? transaction.bundles().of(request.id()) : Optional.empty();
    }

    private static boolean isTogether(Request request) {
        return request.stage().state() == RequestState.PENDING
                && request.revision().number() == 1;
    }

    /** Returns where it is shown what becomes of the request: on its own card, or on the common one. */
    public static Optional<CardRef> shown(LedgerTransaction transaction, RequestId id) {
        return transaction
                .requests()
                .card(id)
                .or(() -> transaction.bundles().of(id).flatMap(Bundle::card));
    }

    /** Has the card show how the request is: the common one as long as the request has none of its own. */
    public static void showAgain(LedgerTransaction transaction, Request request, Instant now) {
        boolean approved = request.stage().state() == RequestState.APPROVED;
        boolean alone = approved || request.revision().number() > 1;
        transaction
                .bundles()
                .of(request.id())
                .filter(bundle -> !alone)
                .ifPresentOrElse(
                        bundle -> bundle.shownAgain(transaction, now),
                        () -> transaction.outbox().add(request.id(), Notice.Kind.CARD, Map.of(), now));
    }

    /** Has the card on which the request is decided show who was called late. */
    public static void calledAgain(LedgerTransaction transaction, Request request, Instant now) {
        waiting(transaction, request)
                .ifPresentOrElse(
                        bundle -> transaction
                                .outbox()
                                .add(bundle.lead, Notice.Kind.BUNDLE_CARD, Map.of(Detail.AGAIN, ""), now),
                        () -> transaction.outbox().cardAgain(request.id(), now));
    }

    /** Returns those that still wait together. */
    public List<Request> together(LedgerTransaction transaction) {
        return all(transaction).stream().filter(Bundle::isTogether).toList();
    }

    /** As {@link #together}, each locked: always in the same order, so that nobody waits for somebody who waits for them. */
    public List<Request> locked(LedgerTransaction transaction) {
        return members.stream()
                .sorted(Comparator.comparing(RequestId::value))
                .map(id -> transaction.requests().lock(id).orElseThrow())
                .filter(Bundle::isTogether)
                .sorted(Comparator.comparing(request -> members.indexOf(request.id())))
                .toList();
    }

    /** Returns all of them, as they are. */
    public List<Request> all(LedgerTransaction transaction) {
        return members.stream()
                .map(id -> transaction.requests().find(id).orElseThrow())
                .toList();
    }

    /** Has the common card show how they are. */
    public void shownAgain(LedgerTransaction transaction, Instant now) {
        transaction.outbox().add(lead, Notice.Kind.BUNDLE_CARD, Map.of(), now);
    }

    /** Returns whether this is the request by which the bundle is known. */
    public boolean isLedBy(RequestId id) {
        return lead.equals(id);
    }
}
