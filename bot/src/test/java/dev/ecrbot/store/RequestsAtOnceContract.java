package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Requests that several want something of at once. */
abstract class RequestsAtOnceContract extends OnPlace {
    private static final int RUNNERS = 6;

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
                .map(RequestsAtOnceContract::failure)
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
