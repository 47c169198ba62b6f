package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds what the holder of grants is told before their ends. */
record Warnings(LedgerTransaction transaction, Instant now) {

    /** A warning that is still to be told. */
    private record Open(Grant grant, Request request) {}

    /** Returns the message that this notice is for; nothing of what wouldn't be so any more. */
    Optional<Message> message(Notice notice) {
        List<Open> open = Warned.of(notice).stream()
                .flatMap(warned -> open(warned).stream())
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Open first = open.get(0);
        return Optional.of(
                open.size() == 1
                        ? told(
                                first,
                                Bundle.shown(transaction, first.request().id()),
                                new GrantNote.Expiring(ending(first).held()))
                        : told(
                                first,
                                Optional.empty(),
                                new GrantNote.ExpiringTogether(
                                        open.stream().map(this::ending).toList())));
    }

    private Message told(Open first, Optional<CardRef> card, GrantNote note) {
        return new Message.Private(first.request(), first.grant().requester(), card, note);
    }

    private GrantNote.ExpiringTogether.Ending ending(Open open) {
        return new GrantNote.ExpiringTogether.Ending(
                open.grant().id(), Claims.at(now, transaction, open.request(), open.grant()));
    }

    private Optional<Open> open(Warned warned) {
        boolean newest = warned.step()
                == EndWarnings.given(transaction.events().of(warned.grant().request()), warned.until());
        return transaction
                .grants()
                .find(warned.grant())
                .filter(grant -> newest && grant.state() == Grant.State.ACTIVE)
                .filter(grant -> grant.until().equals(Optional.of(warned.until())) && now.isBefore(warned.until()))
                .flatMap(grant ->
                        transaction.requests().find(grant.id().request()).map(request -> new Open(grant, request)));
    }
}
