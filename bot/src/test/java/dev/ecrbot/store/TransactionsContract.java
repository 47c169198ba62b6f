package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.io.Serial;
import java.util.Map;
import org.junit.jupiter.api.Test;

abstract class TransactionsContract extends OnPlace {

    private static final class Broken extends Error {
        @Serial
        private static final long serialVersionUID = 1;
    }

    @Test
    void returnWhatTheWorkReturns() {
        assertThat(this.<String>transact(books -> "result")).isEqualTo("result");
    }

    @Test
    void undoEverythingWhenTheWorkThrows() {
        Request request = Samples.pending();
        var thrown = new IllegalArgumentException("the work's own");
        assertThatThrownBy(() -> record(books -> {
                    books.requests().add(request, "key");
                    books.outbox().add(request.id(), Notice.Kind.CARD, Map.of(), Samples.NOW);
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(found(books -> books.requests().find(request.id()))).isEmpty();
        assertThat(counted(books -> books.outbox().waiting())).isZero();
    }

    @Test
    void undoEverythingAtAnErrorToo() {
        Request request = Samples.pending();
        assertThatThrownBy(() -> record(books -> {
                    books.requests().add(request, "key");
                    throw new Broken();
                }))
                .isInstanceOf(Broken.class);
        assertThat(found(books -> books.requests().find(request.id()))).isEmpty();
    }

    @Test
    void areNotNested() {
        assertThatIllegalStateException()
                .isThrownBy(() -> record(books -> record(inner -> {})))
                .withMessageContaining("within");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> record(books -> ledger().exclusively(Samples.repository("payments/api"), () -> true)));
        assertThat(this.<String>transact(books -> "goes on afterwards")).isNotEmpty();
    }

    @Test
    void goOnAfterSomethingThatWasThereAlready() {
        Request first = Samples.pending();
        Request second = Samples.pending();
        record(books -> {
            books.requests().add(first, "key");
            assertThatThrownBy(() -> books.requests().add(second, "key")).isNotNull();
            books.requests().update(Samples.moved(first, RequestState.CANCELLED));
            books.requests().add(second, "key");
        });
        assertThat(found(books -> books.requests().open("key"))).hasValue(second);
    }

    @Test
    void keepOthersFromALockedRequestAndShowThemItsNewestState() throws Exception {
        Request request = stored(Samples.pending());
        var other = transact(books -> {
            Request locked = books.requests().lock(request.id()).orElseThrow();
            var waiting = Race.start(() -> transact(others ->
                    others.requests().lock(request.id()).orElseThrow().stage().state()));
            books.requests().update(Samples.moved(locked, RequestState.DENIED));
            return waiting;
        });
        assertThat(Race.get(other)).isIn(RequestState.DENIED);
    }

    @Test
    void tellWhetherTheDatabaseAnswers() {
        assertThat(Race.becomesUsable(ledger())).isTrue();
    }

    @Test
    void goOnAfterEveryConnectionBroke() {
        Request request = stored(Samples.pending());
        place().abortEverything();
        int failures = 0;
        while (!works()) {
            failures++;
            assertThat(failures).isLessThan(3);
        }
        assertThat(found(books -> books.requests().find(request.id()))).hasValue(request);
        assertThat(Race.becomesUsable(ledger())).isTrue();
    }

    private boolean works() {
        try {
            // A transaction that asks for nothing never comes to the database.
            return transact(books -> books.outbox().waiting() >= 0);
        } catch (ProblemException e) {
            assertThat(e.problem().code()).isEqualTo(Code.STORE_UNAVAILABLE);
            return false;
        }
    }

    @Test
    void findNothingThatWasNeverStored() {
        assertThat(found(books -> books.requests().find(Samples.id()))).isEmpty();
        assertThat(found(books -> books.requests().lock(Samples.id()))).isEmpty();
    }
}
