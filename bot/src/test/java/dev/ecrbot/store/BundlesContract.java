package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was asked for at once stays known as such. */
abstract class BundlesContract extends OnPlace {

    @Test
    void areFoundByEachOfTheirRequests() {
        Request first = added("one");
        Request second = added("two");
        var bundle = new Bundle(first.id(), List.of(first.id(), second.id()), "grant pull a,b sales", Optional.empty());
        record(books -> books.bundles().add(bundle));
        assertThat(found(books -> books.bundles().of(second.id()))).hasValue(bundle);
        assertThat(found(books -> Bundle.waiting(books, first))).hasValue(bundle);
        Request other = added("three");
        assertThat(found(books -> books.bundles().of(other.id()))).isEmpty();
    }

    @Test
    void keepWhereTheirCardStands() {
        Request first = added("one");
        Request second = added("two");
        var card = new CardRef("C1", "1.2", 7);
        record(books -> books.bundles()
                .add(new Bundle(first.id(), List.of(second.id(), first.id()), "typed", Optional.empty())));
        record(books -> books.bundles().card(first.id(), card));
        assertThat(found(books -> Bundle.shown(books, second.id()))).hasValue(card);
        record(books -> books.requests().card(second.id(), new CardRef("C1", "3.4", 1, Optional.of("1.2"))));
        assertThat(found(books -> Bundle.shown(books, second.id())))
                .hasValueSatisfying(own -> assertThat(own.told()).isEqualTo("1.2"));
    }

    @Test
    void countAsOneOfWhatSomebodyWaitsFor() {
        Request first = added("one");
        Request second = added("two");
        long before = waiting();
        record(books -> books.bundles()
                .add(new Bundle(first.id(), List.of(first.id(), second.id()), "typed", Optional.empty())));
        assertThat(waiting()).isEqualTo(before - 1);
        record(books -> books.requests().update(Samples.moved(first, RequestState.APPROVED)));
        assertThat(found(books -> books.bundles().of(first.id()).map(bundle -> bundle.together(books))))
                .hasValueSatisfying(
                        together -> assertThat(together).extracting(Request::id).containsExactly(second.id()));
    }

    private long waiting() {
        return found(books -> Optional.of(books.requests().waitingOf(Samples.ALICE)))
                .orElseThrow();
    }

    private Request added(String key) {
        Request request = Samples.pending();
        record(books -> books.requests().add(request, key));
        return request;
    }
}
