package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A part of the contract: an emptied database, and words for using it. */
abstract class OnPlace {
    private Place place;

    void use(Place emptied) {
        emptied.wipe();
        place = emptied;
    }

    Place place() {
        return place;
    }

    StoreLedger ledger() {
        return place.ledger();
    }

    <T> T transact(Function<LedgerTransaction, T> work) {
        return ledger().transact(work);
    }

    <T> Optional<T> found(Function<LedgerTransaction, Optional<T>> question) {
        return ledger().transact(question);
    }

    <T> List<T> listed(Function<LedgerTransaction, List<T>> question) {
        return ledger().transact(question);
    }

    long counted(Function<LedgerTransaction, Long> question) {
        return ledger().transact(question);
    }

    void record(Consumer<LedgerTransaction> work) {
        ledger().record(work);
    }

    /** Stores a request under a key of its own. */
    Request stored(Request request) {
        record(books -> books.requests().add(request, "key of " + request.id()));
        return request;
    }
}
