package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class RepositoryLocksContract extends OnPlace {
    private static final Repository API = Samples.repository("payments/api");
    private static final Repository WEB = Samples.repository("payments/web");

    @Test
    void returnWhatTheWorkReturnsAndThrowWhatItThrows() {
        assertThat(ledger().<String>exclusively(API, () -> "result")).isEqualTo("result");
        var thrown = new IllegalArgumentException("the work's own");
        assertThatThrownBy(() -> ledger().exclusively(API, () -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(ledger().<String>exclusively(API, () -> "free again")).isNotEmpty();
    }

    @Test
    void keepTheWorksOwnTransactionsWhenItThrows() {
        Request request = Samples.pending();
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger().exclusively(API, () -> {
                    stored(request);
                    throw new IllegalStateException();
                }));
        assertThat(found(books -> books.requests().find(request.id()))).hasValue(request);
    }

    @Test
    void areHeldByOneAtATime() throws Exception {
        Ledger other = place().another(Duration.ofSeconds(20));
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        List<Callable<Integer>> works = IntStream.range(0, 12)
                .mapToObj(i -> i % 2 == 0 ? ledger() : other)
                .map(replica -> (Callable<Integer>) () -> replica.exclusively(API, () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    replica.transact(books -> books.writes().intend(API, Samples.id(), "", "", Samples.NOW));
                    return inside.decrementAndGet();
                }))
                .toList();
        assertThat(Race.all(works)).allMatch(result -> result.join() == 0);
        assertThat(most).hasValue(1);
        assertThat(listed(books -> books.writes().after(API, 0))).hasSize(12);
    }

    @Test
    void doNotHinderEachOther() {
        ledger().exclusively(API, () -> Race.get(Race.start(() -> ledger().exclusively(WEB, () -> true))));
    }

    @Test
    void leaveConnectionsToOtherRepositoriesHoweverManyWaitForOne() throws Exception {
        var let = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> crowd = Stream.generate(() ->
                        Race.start(() -> ledger().exclusively(API, () -> {
                            Race.await(let);
                            return true;
                        })))
                .limit(RepositoryLocks.PLACES + 2L)
                .toList();
        assertThat(Race.get(Race.start(() -> ledger().exclusively(WEB, () -> true))))
                .isTrue();
        let.countDown();
        for (var each : crowd) {
            assertThat(Race.get(each)).isTrue();
        }
    }

    @Test
    void areWaitedForNoLongerThanAgreed() {
        for (Ledger holder : List.of(ledger(), place().another(Duration.ofMillis(200)))) {
            Ledger waiting = holder == ledger() ? place().another(Duration.ofMillis(200)) : holder;
            holder.exclusively(API, () -> {
                assertThatThrownBy(() -> Race.get(Race.start(() -> waiting.exclusively(API, () -> true))))
                        .isInstanceOfSatisfying(ProblemException.class, e -> {
                            assertThat(e.problem().code()).isEqualTo(Code.BUSY);
                            assertThat(e.problem().what()).contains("payments/api");
                        });
                return true;
            });
        }
    }

    @Test
    void areFreeAtOnceWhenTheHoldersConnectionIsGone() {
        Ledger other = place().another(Duration.ofSeconds(20));
        boolean finished = ledger().exclusively(API, () -> {
            place().abortTransactions();
            return Race.get(Race.start(() -> other.exclusively(API, () -> true)));
        });
        assertThat(finished).isTrue();
        assertThat(ledger().<Boolean>exclusively(API, () -> true)).isTrue();
    }

    @Test
    void letNothingBeRecordedOnceTheyAreLost() {
        Request request = Samples.pending();
        boolean finished = ledger().exclusively(API, () -> {
            place().abortTransactions();
            assertThatThrownBy(() -> stored(request))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo(Code.STORE_UNAVAILABLE));
            return true;
        });
        assertThat(finished).isTrue();
        assertThat(found(books -> books.requests().find(request.id()))).isEmpty();
    }

    @Test
    void areOneForAllPatternsOfARegistry() {
        Ledger impatient = place().another(Duration.ofMillis(200));
        ledger().exclusively(Samples.target("payments/*").holder(), () -> {
            assertThatThrownBy(() -> Race.get(Race.start(
                            () -> impatient.exclusively(Samples.target("web/*").holder(), () -> true))))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo(Code.BUSY));
            return Race.get(Race.start(() -> impatient.exclusively(API, () -> true)));
        });
    }

    @Test
    void areNotNested() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger().exclusively(API, () -> ledger().exclusively(WEB, () -> true)));
    }
}
