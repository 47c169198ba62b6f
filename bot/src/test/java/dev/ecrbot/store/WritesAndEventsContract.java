package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Events;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.ledger.RecordedWrite.Outcome;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class WritesAndEventsContract extends OnPlace {
    private static final Repository REPOSITORY = Samples.repository("payments/api");
    private static final String LONG = "{\"Sid\":\"" + "ä".repeat(10_240) + "\"}";

    @Test
    void writesAreTheRepositorysOwnInOrder() {
        RequestId request = Samples.id();
        record(books -> {
            assertThat(books.writes().last(REPOSITORY)).isZero();
            long first = books.writes().intend(REPOSITORY, request, LONG, "", Samples.NOW);
            Stream.of(
                            Samples.repository("payments/web"),
                            new Repository(new AccountId("999999999999"), REPOSITORY.region(), REPOSITORY.name()),
                            new Repository(REPOSITORY.account(), new Region("eu-west-1"), REPOSITORY.name()),
                            new RegionalRegistry(REPOSITORY.account(), REPOSITORY.region()))
                    .forEach(other -> books.writes().intend(other, Samples.id(), "", "", Samples.NOW));
            long second = books.writes().intend(REPOSITORY, Samples.id(), "", LONG, Samples.NOW);
            assertThat(second).isGreaterThan(first);
            assertThat(books.writes().last(REPOSITORY)).isEqualTo(second);
            assertThat(books.writes().after(REPOSITORY, 0))
                    .extracting(RecordedWrite::id)
                    .containsExactly(first, second);
            assertThat(books.writes().after(REPOSITORY, first))
                    .extracting(RecordedWrite::id)
                    .containsExactly(second);
            assertThat(books.writes().after(REPOSITORY, second)).isEmpty();
            assertThat(books.writes().of(request))
                    .hasValue(new RecordedWrite(
                            first, request, LONG, "", Outcome.INTENDED, Optional.of(Samples.NOW), Optional.empty()));
        });
    }

    @Test
    void inDoubtIsWhatFailedWithItsWritesOutcomeOpen() {
        Request pending = Samples.pending();
        Request failed = failed();
        Request refused = failed();
        Request unwritten = failed();
        record(books -> {
            Stream.of(pending, failed, refused, unwritten)
                    .forEach(request ->
                            books.requests().add(request, request.id().value()));
            books.writes().intend(REPOSITORY, pending.id(), "", LONG, Samples.NOW);
            books.writes().intend(REPOSITORY, failed.id(), "", LONG, Samples.NOW);
            long write = books.writes().intend(REPOSITORY, refused.id(), "", LONG, Samples.NOW);
            books.writes().outcome(write, Outcome.NOT_TAKEN);
            assertThat(books.writes().inDoubt())
                    .extracting(Request::id)
                    .contains(failed.id())
                    .doesNotContain(pending.id(), refused.id(), unwritten.id());
        });
    }

    @Test
    void whatIsGivenUpIsEachOpenWriteOfARequestThatIsInDoubtOnce() {
        Request failed = failed();
        record(books -> {
            books.requests().add(failed, failed.id().value());
            long first = books.writes().intend(REPOSITORY, failed.id(), "", LONG, Samples.NOW);
            long taken = books.writes().intend(REPOSITORY, failed.id(), "", LONG, Samples.NOW);
            books.writes().outcome(taken, Outcome.TAKEN);
            long last = books.writes().intend(REPOSITORY, failed.id(), "", LONG, Samples.NOW);
            assertThat(books.writes().inDoubt())
                    .extracting(Request::id)
                    .filteredOn(failed.id()::equals)
                    .hasSize(1);
            books.writes().givenUp(failed.id());
            assertThat(books.writes().inDoubt()).extracting(Request::id).doesNotContain(failed.id());
            assertThat(books.writes().after(REPOSITORY, first - 1))
                    .extracting(RecordedWrite::id, RecordedWrite::outcome)
                    .containsExactly(
                            tuple(first, Outcome.NOT_TAKEN),
                            tuple(taken, Outcome.TAKEN),
                            tuple(last, Outcome.NOT_TAKEN));
        });
    }

    private static Request failed() {
        return Samples.request(
                REPOSITORY, RequestState.FAILED, Samples.edit(), Optional.of(Samples.ask(Samples.ALICE)));
    }

    @Test
    void eventsAreHandedOverInOrderHoweverMany() {
        RequestId request = Samples.id();
        record(books -> {
            for (int i = 0; i < 1_100; i++) {
                books.events()
                        .add(new Event(
                                EventKind.ASKED,
                                Optional.of(request),
                                Optional.empty(),
                                Samples.NOW,
                                Map.of("number", String.valueOf(i))));
            }
        });
        var read = new ArrayList<Events.Recorded>();
        record(books -> books.events().each(read::add));
        assertThat(read).hasSize(1_100);
        assertThat(read).extracting(Events.Recorded::seq).isSorted().doesNotHaveDuplicates();
        assertThat(read)
                .extracting(recorded -> recorded.event().details().get("number"))
                .isEqualTo(IntStream.range(0, 1_100).mapToObj(String::valueOf).toList());
    }

    @Test
    void writesKeepTheirOutcome() {
        RequestId request = Samples.id();
        for (Outcome outcome : Outcome.values()) {
            long id = transact(books -> books.writes().intend(REPOSITORY, request, "base", "proposed", Samples.NOW));
            record(books -> books.writes().outcome(id, outcome));
            assertThat(found(books -> books.writes().of(request)))
                    .hasValue(new RecordedWrite(
                            id, request, "base", "proposed", outcome, Optional.of(Samples.NOW), Optional.empty()));
        }
        long proven = transact(books -> books.writes().intend(REPOSITORY, request, "base", "proposed", Samples.NOW));
        record(books -> books.writes().proven(proven, Optional.of(Samples.NOW.plusSeconds(1))));
        assertThat(found(books -> books.writes().of(request)).orElseThrow()).satisfies(write -> {
            assertThat(write.intended()).contains(Samples.NOW);
            assertThat(write.proven()).contains(Samples.NOW.plusSeconds(1));
        });
        assertThat(found(books -> books.writes().of(Samples.id()))).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> record(books -> books.writes().outcome(-1, Outcome.TAKEN)));
    }

    @Test
    void eventsComeBackInOrder() {
        RequestId request = Samples.id();
        var asked = new Event(
                EventKind.ASKED,
                Optional.of(request),
                Optional.of(Samples.ALICE),
                Samples.NOW,
                Map.of("text", "grant “pull”\n\u0000 \\ 👍", "empty", ""));
        var failed = new Event(
                EventKind.FAILED, Optional.of(request), Optional.empty(), Samples.NOW.minusSeconds(9), Map.of());
        var refused = new Event(
                EventKind.ASK_REFUSED, Optional.empty(), Optional.of(Samples.BOB), Samples.NOW, Map.of("why", LONG));
        record(books -> Stream.of(asked, refused, failed).forEach(books.events()::add));
        assertThat(listed(books -> books.events().of(request))).containsExactly(asked, failed);
        RequestId other = Samples.id();
        Map<RequestId, List<Event>> each = transact(books -> books.events().of(List.of(other, request)));
        assertThat(each).isEqualTo(Map.of(request, List.of(asked, failed), other, List.of()));
    }

    @Test
    void eventsOfEveryKindCanBeKept() {
        RequestId request = Samples.id();
        record(books -> Stream.of(EventKind.values())
                .map(kind -> new Event(kind, Optional.of(request), Optional.empty(), Samples.NOW, Map.of()))
                .forEach(books.events()::add));
        assertThat(listed(books -> books.events().of(request)))
                .extracting(Event::kind)
                .containsExactly(EventKind.values());
    }
}
