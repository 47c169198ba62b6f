package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class RequestsContract extends OnPlace {
    private static final int RUNNERS = 6;

    @Test
    void areFoundByIdAndByKey() {
        Request request = Samples.pending();
        record(books -> books.requests().add(request, "key"));
        record(books -> {
            assertThat(books.requests().find(request.id())).hasValue(request);
            assertThat(books.requests().lock(request.id())).hasValue(request);
            assertThat(books.requests().open("key")).hasValue(request);
            assertThat(books.requests().open("another key")).isEmpty();
        });
    }

    @Test
    void areRefusedWhereAnOpenOneHasTheKey() {
        record(books -> books.requests().add(Samples.pending(), "key"));
        assertThatExceptionOfType(AskedAlready.class)
                .isThrownBy(() -> record(books -> books.requests().add(Samples.pending(), "key")));
    }

    @Test
    void areRefusedWhereTheIdIsTaken() {
        Request request = stored(Samples.pending());
        assertThatIllegalStateException()
                .isThrownBy(() -> record(books -> books.requests().add(request, "another key")))
                .withMessageContaining(request.id().value());
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void giveTheirKeyFreeOnceTheyAreFinal(RequestState state) {
        Request request = Samples.pending();
        record(books -> books.requests().add(request, "key"));
        record(books -> books.requests().update(Samples.moved(request, state)));
        assertThat(found(books -> books.requests().open("key")).isEmpty()).isEqualTo(state.isFinal());
    }

    @Test
    void moveOnOnlyFromTheVersionBefore() {
        Request first = stored(Samples.pending());
        Request second = Samples.moved(first, RequestState.APPROVED);
        record(books -> books.requests().update(second));
        assertThatIllegalStateException()
                .isThrownBy(() -> record(books -> books.requests().update(Samples.moved(first, RequestState.DENIED))));
        assertThatIllegalStateException()
                .isThrownBy(() -> record(
                        books -> books.requests().update(Samples.moved(Samples.pending(), RequestState.DENIED))));
        assertThat(found(books -> books.requests().find(first.id()))).hasValue(second);
    }

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
    void ofOnePersonAreCountedInTurn() throws Exception {
        // In the first round nobody has had a turn yet.
        for (long most : List.of(1L, 2L)) {
            var results = Race.all(
                    RUNNERS,
                    () -> transact(books -> {
                        books.requests().turn(Samples.ALICE);
                        boolean room = books.requests().waitingOf(Samples.ALICE) < most;
                        if (room) {
                            Request request = Samples.pending();
                            books.requests().add(request, "key of " + request.id());
                        }
                        return room;
                    }));
            assertThat(results.stream().filter(CompletableFuture::join)).hasSize(1);
        }
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

    private static RequestFilter words(String... words) {
        return new RequestFilter(Optional.empty(), Optional.empty(), Set.of(words));
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

    @Test
    void keepApprovalsByRevisionInOrderOfTime() {
        Request request = stored(Samples.pending());
        var late = new Approval(Samples.ALICE, Samples.NOW.plusSeconds(5));
        var early = new Approval(Samples.BOB, Samples.NOW);
        record(books -> {
            assertThat(books.requests().approve(request.id(), 1, late)).isTrue();
            assertThat(books.requests().approve(request.id(), 1, early)).isTrue();
            assertThat(books.requests().approve(request.id(), 1, new Approval(Samples.BOB, Samples.NOW.plusSeconds(9))))
                    .isFalse();
            assertThat(books.requests().approve(request.id(), 2, late)).isTrue();
        });
        record(books -> {
            assertThat(books.requests().approvals(request.id(), 1)).containsExactly(early, late);
            assertThat(books.requests().approvals(request.id(), 2)).containsExactly(late);
            assertThat(books.requests().approvals(request.id(), 3)).isEmpty();
        });
    }

    @Test
    void rememberWhereTheCardStands() {
        Request request = stored(Samples.pending());
        assertThat(found(books -> books.requests().card(request.id()))).isEmpty();
        for (var card : List.of(new CardRef("C1", "17.5", 1), new CardRef("C2", "18.25", 3))) {
            record(books -> books.requests().card(request.id(), card));
            assertThat(found(books -> books.requests().card(request.id()))).hasValue(card);
        }
    }

    @Test
    void takeOneOfManyEqualAsksAtOnce() throws Exception {
        var results = Race.all(RUNNERS, () -> {
            record(books -> books.requests().add(Samples.pending(), "key"));
            return true;
        });
        assertThat(won(results)).isOne();
        assertThat(failures(results)).hasSize(RUNNERS - 1).allMatch(AskedAlready.class::isInstance);
    }

    @Test
    void takeOneOfManyUpdatesAtOnce() throws Exception {
        Request request = stored(Samples.pending());
        var results = Race.all(RUNNERS, () -> {
            record(books -> books.requests().update(Samples.moved(request, RequestState.APPROVED)));
            return true;
        });
        assertThat(won(results)).isOne();
        assertThat(failures(results)).hasSize(RUNNERS - 1).allMatch(IllegalStateException.class::isInstance);
    }

    @Test
    void takeOneOfManyEqualApprovalsAtOnce() throws Exception {
        Request request = stored(Samples.pending());
        var approval = new Approval(Samples.BOB, Samples.NOW);
        Callable<Boolean> approve = () -> transact(books -> books.requests().approve(request.id(), 1, approval));
        var results = Race.all(RUNNERS, approve);
        assertThat(failures(results)).isEmpty();
        assertThat(results.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(listed(books -> books.requests().approvals(request.id(), 1))).containsExactly(approval);
    }

    @Test
    void rememberOneOfManyCardsAtOnce() throws Exception {
        Request request = stored(Samples.pending());
        var results = Race.all(RUNNERS, () -> {
            record(books -> books.requests().card(request.id(), new CardRef("C1", "17.5", 1)));
            return true;
        });
        assertThat(won(results)).isEqualTo(RUNNERS);
    }

    private static long won(List<CompletableFuture<Boolean>> results) {
        return results.stream()
                .filter(result -> !result.isCompletedExceptionally())
                .count();
    }

    private static List<Throwable> failures(List<CompletableFuture<Boolean>> results) {
        return results.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .map(RequestsContract::failure)
                .toList();
    }

    private static Throwable failure(CompletableFuture<Boolean> result) {
        try {
            throw new AssertionError("not failed: " + result.get());
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
