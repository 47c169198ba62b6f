package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class RequestsContract extends OnPlace {
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
}
