package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests that are looked for by something else than their id. */
abstract class RequestListsContract extends OnPlace {
    @Test
    void areListedByStateOldestFirst() {
        List<RequestId> ids = Stream.generate(Samples::pending)
                .limit(4)
                .map(this::stored)
                .map(Request::id)
                .toList();
        record(books -> {
            Request second = books.requests().find(ids.get(1)).orElseThrow();
            books.requests().update(Samples.moved(second, RequestState.APPROVED));
        });
        record(books -> {
            assertThat(books.requests().in(Set.of(RequestState.PENDING, RequestState.APPROVED)))
                    .isEqualTo(ids);
            assertThat(books.requests().in(Set.of(RequestState.APPROVED))).containsExactly(ids.get(1));
            assertThat(books.requests().in(Set.of())).isEmpty();
            assertThat(books.requests().pending(2)).extracting(Request::id).containsExactly(ids.get(0), ids.get(2));
        });
    }

    @Test
    void areLookedAtAtOnceAndThenWhenItWasSaid() {
        Request first = stored(Samples.pending());
        Request second = stored(Samples.pending());
        record(books -> {
            assertThat(books.requests().toLookAt(Samples.NOW.minusMillis(1), 9)).isEmpty();
            assertThat(books.requests().toLookAt(Samples.NOW, 9)).containsExactly(first.id(), second.id());
            assertThat(books.requests().toLookAt(Samples.NOW, 1)).containsExactly(first.id());
        });
        record(books -> books.requests().lookAgain(first.id(), Samples.NOW.plusSeconds(60)));
        record(books -> {
            assertThat(books.requests().toLookAt(Samples.NOW.plusSeconds(59), 9))
                    .containsExactly(second.id());
            assertThat(books.requests().toLookAt(Samples.NOW.plusSeconds(60), 9))
                    .containsExactly(second.id(), first.id());
            books.requests().update(Samples.moved(second, RequestState.DENIED));
            assertThat(books.requests().toLookAt(Samples.NOW.plusSeconds(60), 9))
                    .containsExactly(first.id());
        });
    }

    @Test
    void areListedByWhatTheyAreAboutAndCounted() {
        Request api = stored(Samples.pending());
        Request other = stored(Samples.request(
                Samples.target("web_100/front"),
                RequestState.PENDING,
                Samples.edit(),
                Optional.of(Samples.ask(Samples.BOB))));
        Request denied = stored(Samples.pending());
        record(books -> books.requests().update(Samples.moved(denied, RequestState.DENIED)));
        record(books -> {
            var waiting = new RequestFilter(Optional.empty(), Optional.empty(), Set.of());
            assertThat(books.requests().matching(waiting, 9)).containsExactly(api, other);
            assertThat(books.requests().matching(waiting, 1)).containsExactly(api);
            assertThat(books.requests().matching(waiting, 1, 9)).containsExactly(other);
            assertThat(books.requests().matching(waiting, 2, 9)).isEmpty();
            assertThat(books.requests().count(waiting)).isEqualTo(2);
            var front = RequestFilter.waitingOn(other.change().target());
            assertThat(books.requests().matching(front, 9)).containsExactly(other);
            assertThat(books.requests().count(front)).isOne();
            assertThat(books.requests().matching(words("WEB_100"), 9)).containsExactly(other);
            assertThat(books.requests().matching(words("nobody", api.id().value()), 9))
                    .containsExactly(api);
            assertThat(books.requests().matching(words("web_100/*"), 9)).containsExactly(other);
            assertThat(books.requests().matching(words("web*front"), 9)).containsExactly(other);
            assertThat(books.requests().count(words("web*back"))).isZero();
            assertThat(books.requests().count(words("web_1__"))).isZero();
            assertThat(books.requests().count(words("web_1%front"))).isZero();
            var alices = new RequestFilter(Optional.of(Samples.ALICE), Optional.empty(), Set.of("payments"));
            assertThat(books.requests().count(alices)).isEqualTo(2);
            var ever = RequestFilter.about(api.change().target());
            assertThat(books.requests().matching(ever, 9))
                    .extracting(Request::id)
                    .containsExactly(denied.id(), api.id());
            assertThat(books.requests().count(ever)).isEqualTo(2);
            var all = new RequestFilter(Optional.empty(), Optional.empty(), Set.of(), true);
            assertThat(books.requests().count(all)).isEqualTo(3);
            assertThat(books.requests().count(all, 9)).isEqualTo(3);
            assertThat(books.requests().count(all, 2)).isEqualTo(2);
            assertThat(books.requests().count(words("front"), 9)).isOne();
        });
    }

    @Test
    void areFoundFromTheirApprovalUntilTheyAreInEffect() {
        Request waiting = stored(Samples.pending());
        Request approved = stored(Samples.pending());
        Request applying = stored(Samples.pending());
        Request applied = stored(Samples.pending());
        record(books -> {
            books.requests().update(Samples.moved(approved, RequestState.APPROVED));
            books.requests().update(Samples.moved(applying, RequestState.APPLYING));
            books.requests().update(Samples.moved(applied, RequestState.APPLIED));
        });
        record(books -> {
            assertThat(books.requests().underWay(Samples.ALICE, 9))
                    .extracting(Request::id)
                    .containsExactly(applying.id(), approved.id())
                    .doesNotContain(waiting.id());
            assertThat(books.requests().underWay(Samples.ALICE, 1))
                    .extracting(Request::id)
                    .containsExactly(applying.id());
            assertThat(books.requests().underWay(Samples.BOB, 9)).isEmpty();
        });
    }

    @Test
    void areListedByRequesterNewestFirst() {
        Request first = stored(Samples.pending());
        Request second = stored(Samples.pending());
        stored(Samples.request(
                first.change().target(), RequestState.PENDING, Samples.edit(), Optional.of(Samples.ask(Samples.BOB))));
        stored(Samples.request(first.change().target(), RequestState.PENDING, Samples.edit(), Optional.empty()));
        record(books -> {
            assertThat(books.requests().of(Samples.ALICE, 9)).containsExactly(second, first);
            assertThat(books.requests().of(Samples.ALICE, 1)).containsExactly(second);
            assertThat(books.requests().waitingOf(Samples.ALICE)).isEqualTo(2);
            books.requests().update(Samples.moved(first, RequestState.APPROVED));
            assertThat(books.requests().waitingOf(Samples.ALICE)).isOne();
        });
    }

    private static RequestFilter words(String... words) {
        return new RequestFilter(Optional.empty(), Optional.empty(), Set.of(words));
    }
}
