package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.ecrbot.desk.ledger.Lane;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Notice.Kind;
import dev.ecrbot.desk.ledger.Urgency;
import dev.ecrbot.desk.request.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class OutboxContract extends OnPlace {
    private static final Instant NOW = Samples.NOW;
    private static final Lane LANE = new Lane("C1");

    @Test
    void handsNoticesOutOldestFirst() {
        RequestId one = Samples.id();
        RequestId two = Samples.id();
        add(one, Kind.CARD, Map.of("a", "“1”"));
        add(two, Kind.CARD, Map.of());
        add(one, Kind.ASKED, Map.of());
        assertThat(counted(books -> books.outbox().waiting())).isEqualTo(3);
        assertThat(take(NOW)).hasValueSatisfying(notice -> {
            assertThat(notice)
                    .usingRecursiveComparison()
                    .ignoringFields("id")
                    .isEqualTo(new Notice(0, one, Kind.CARD, Map.of("a", "“1”"), 0, NOW, Optional.empty()));
        });
        assertThat(drain(NOW)).extracting(Notice::request).containsExactly(one, two, one);
        assertThat(counted(books -> books.outbox().waiting())).isZero();
    }

    @Test
    void handsNothingOutBeforeItIsDue() {
        add(Samples.id(), Kind.CARD, Map.of());
        assertThat(take(NOW.minusSeconds(1))).isEmpty();
        assertThat(take(NOW)).isPresent();
    }

    @Test
    void keepsYoungerNoticesBehindOneThatWasPutOff() {
        RequestId one = Samples.id();
        RequestId two = Samples.id();
        add(one, Kind.CARD, Map.of());
        add(one, Kind.ASKED, Map.of());
        add(two, Kind.CARD, Map.of());
        record(books -> books.outbox()
                .postpone(books.outbox().take(NOW, Set.of()).orElseThrow().id(), NOW.plusSeconds(60)));
        assertThat(drain(NOW.plusSeconds(59))).extracting(Notice::request).containsExactly(two);
        assertThat(drain(NOW.plusSeconds(60)))
                .extracting(Notice::kind, Notice::attempts)
                .containsExactly(tuple(Kind.CARD, 1), tuple(Kind.ASKED, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void handsOutWhatWasHeldOnceItsTimeIsThere(boolean sorted) {
        RequestId held = Samples.id();
        add(held, Kind.REMINDER, Map.of());
        add(held, Kind.ASKED, Map.of());
        record(books -> {
            long id = books.outbox().take(NOW, Set.of()).orElseThrow().id();
            if (sorted) {
                books.outbox().sort(id, LANE, Urgency.NOTE);
            }
            books.outbox().hold(id, NOW.plusSeconds(60));
        });
        assertThat(drain(NOW.plusSeconds(59))).extracting(Notice::kind).containsExactly(Kind.ASKED);
        assertThat(drain(NOW.plusSeconds(60))).extracting(Notice::kind).containsExactly(Kind.REMINDER);
    }

    @ParameterizedTest
    @EnumSource(Urgency.class)
    void handsOutWhatIsDueHoweverUrgentItIs(Urgency urgency) {
        add(Samples.id(), Kind.CARD, Map.of());
        record(books -> books.outbox()
                .sort(books.outbox().take(NOW, Set.of()).orElseThrow().id(), LANE, urgency));
        assertThat(drain(NOW)).extracting(Notice::lane).containsExactly(Optional.of(LANE));
    }

    @Test
    void handsOutTheMostUrgentFirstAndWhatNobodySortedBeforeAllButCards() {
        RequestId note = Samples.id();
        RequestId call = Samples.id();
        RequestId card = Samples.id();
        RequestId unsorted = Samples.id();
        for (Map.Entry<RequestId, Urgency> each :
                List.of(Map.entry(note, Urgency.NOTE), Map.entry(call, Urgency.CALL), Map.entry(card, Urgency.CARD))) {
            add(each.getKey(), Kind.CARD, Map.of());
            record(books -> {
                Set<String> others = new HashSet<>();
                Notice fresh = books.outbox().take(NOW, others).orElseThrow();
                while (!fresh.request().equals(each.getKey())) {
                    others.add(String.valueOf(fresh.id()));
                    fresh = books.outbox().take(NOW, others).orElseThrow();
                }
                books.outbox().sort(fresh.id(), LANE, each.getValue());
            });
        }
        add(unsorted, Kind.CARD, Map.of());
        assertThat(drain(NOW)).extracting(Notice::request).containsExactly(card, unsorted, call, note);
    }

    @Test
    void handsNothingOutForALaneThatIsClosed() {
        add(Samples.id(), Kind.CARD, Map.of());
        record(books -> {
            books.outbox().sort(books.outbox().take(NOW, Set.of()).orElseThrow().id(), LANE, Urgency.NOTE);
            books.outbox().enter(LANE, NOW);
            books.outbox().close(LANE, NOW.plusSeconds(1));
        });
        assertThat(take(NOW)).isEmpty();
        assertThat(take(NOW.plusSeconds(1))).isPresent();
    }

    @Test
    void handsANoticeOutAgainIfItsTransactionFailed() {
        add(Samples.id(), Kind.CARD, Map.of());
        assertThatIllegalStateException()
                .isThrownBy(() -> record(books -> {
                    books.outbox()
                            .done(
                                    books.outbox()
                                            .take(NOW, Set.of())
                                            .orElseThrow()
                                            .id(),
                                    NOW);
                    throw new IllegalStateException();
                }));
        assertThat(take(NOW)).isPresent();
    }

    @Test
    void keepsEveryKind() {
        RequestId request = Samples.id();
        Stream.of(Kind.values()).forEach(kind -> add(request, kind, Map.of()));
        assertThat(drain(NOW)).extracting(Notice::kind).containsExactly(Kind.values());
    }

    @Test
    void refusesToSettleWhatIsNotThere() {
        assertThatIllegalStateException()
                .isThrownBy(() -> record(books -> books.outbox().done(-1, NOW)));
        assertThatIllegalStateException()
                .isThrownBy(() -> record(books -> books.outbox().postpone(-1, NOW)));
    }

    @Test
    void leavesAloneWhatAnotherReplicaDeliversAndWhatComesAfterIt() throws Exception {
        RequestId one = Samples.id();
        RequestId two = Samples.id();
        add(one, Kind.CARD, Map.of());
        add(one, Kind.ASKED, Map.of());
        add(two, Kind.CARD, Map.of());
        Ledger other = place().another(Duration.ofSeconds(5));
        record(books -> {
            Notice mine = books.outbox().take(NOW, Set.of()).orElseThrow();
            assertThat(mine.request()).isEqualTo(one);
            assertThat(Race.get(Race.start(() -> drain(other, NOW))))
                    .extracting(Notice::request)
                    .containsExactly(two);
            books.outbox().done(mine.id(), NOW);
        });
        assertThat(drain(other, NOW)).extracting(Notice::kind).containsExactly(Kind.ASKED);
    }

    @Test
    void deliversEachNoticeOnceAndInOrderWhoeverTakesIt() throws Exception {
        List<RequestId> requests = Stream.generate(Samples::id).limit(8).toList();
        int each = 6;
        record(books -> IntStream.range(0, each)
                .forEach(turn -> requests.forEach(
                        request -> books.outbox().add(request, Kind.CARD, Map.of("turn", "" + turn), NOW))));
        Queue<Notice> delivered = new ConcurrentLinkedQueue<>();
        Ledger other = place().another(Duration.ofSeconds(5));
        List<Callable<Boolean>> couriers = Stream.of(ledger(), other, ledger(), other)
                .map(replica -> (Callable<Boolean>) () -> {
                    while (replica.transact(books -> books.outbox().waiting()) > 0) {
                        replica.record(books -> books.outbox()
                                .take(NOW, Set.of())
                                .ifPresent(notice -> {
                                    delivered.add(notice);
                                    books.outbox().done(notice.id(), NOW);
                                }));
                    }
                    return true;
                })
                .toList();
        assertThat(Race.all(couriers)).allMatch(CompletableFuture::join);
        assertThat(delivered).hasSize(each * requests.size());
        for (RequestId request : requests) {
            assertThat(delivered.stream().filter(notice -> notice.request().equals(request)))
                    .extracting(notice -> notice.details().get("turn"))
                    .containsExactly("0", "1", "2", "3", "4", "5");
        }
    }

    private void add(RequestId request, Kind kind, Map<String, String> details) {
        record(books -> books.outbox().add(request, kind, details, NOW));
    }

    private Optional<Notice> take(Instant now) {
        return transact(books -> books.outbox().take(now, Set.of()));
    }

    private List<Notice> drain(Instant now) {
        return drain(ledger(), now);
    }

    private static List<Notice> drain(Ledger ledger, Instant now) {
        return Stream.generate(() -> ledger.transact(books -> {
                    Optional<Notice> taken = books.outbox().take(now, Set.of());
                    taken.ifPresent(notice -> books.outbox().done(notice.id(), now));
                    return taken;
                }))
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .toList();
    }
}
