package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.time.Tempo;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Chores are done again and again, whatever becomes of those who do them. */
final class ChoreSchedulerTest {
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final Duration QUICK = Duration.ofMillis(100);

    enum On {
        H2(Place::h2InMemory),
        POSTGRES(Place::postgres);

        private final Supplier<Place> opened;

        On(Supplier<Place> opened) {
            this.opened = opened;
        }
    }

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoReplicasThatStartAtOnceShareThem(On on) throws Exception {
        var together = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new CountDownLatch(3);
        var chore = new Chore("shared", OFTEN, () -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            done.countDown();
            together.decrementAndGet();
        });
        Place place = opened(on);
        StoreLedger other = another(place);

        var started = Race.<ChoreScheduler>all(List.of(
                () -> place.ledger().schedule(List.of(chore), Tempo.REAL),
                () -> other.schedule(List.of(chore), Tempo.REAL)));
        started.forEach(each -> open.push(Race.get(each)));

        Race.await(done);
        assertThat(most).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatFailsIsDoneAgain(On on) {
        var done = new CountDownLatch(2);

        does(opened(on).ledger(), () -> {
            done.countDown();
            throw new IllegalStateException("not today");
        });

        Race.await(done);
    }

    @ParameterizedTest
    @EnumSource
    void itGoesOnWhenEveryConnectionIsGone(On on) {
        var before = new CountDownLatch(1);
        var aborted = new CountDownLatch(1);
        var after = new CountDownLatch(2);
        Place place = opened(on);
        does(place.ledger(), () -> {
            before.countDown();
            Race.await(aborted);
            after.countDown();
        });
        Race.await(before);

        place.abortEverything();
        aborted.countDown();

        Race.await(after);
    }

    @ParameterizedTest
    @EnumSource
    void anotherTakesOverWhatADeadOneWasAt(On on) {
        var taken = new CountDownLatch(1);
        var dead = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        Place place = opened(on);
        StoreLedger dying = another(place);
        does(dying, () -> {
            taken.countDown();
            Race.await(dead);
        });
        Race.await(taken);
        does(place.ledger(), done::countDown);

        // Without its connections it gives no sign of life any more.
        dying.close();

        Race.await(done);
        dead.countDown();
    }

    @Test
    void thoseWhoComeAfterTheStartAreServedFirst() {
        var did = new CountDownLatch(1);
        var at = new AtomicLong();
        long begun = System.nanoTime();
        does(opened(On.H2).ledger(), () -> {
            at.compareAndSet(0, System.nanoTime());
            did.countDown();
        });

        Race.await(did);

        assertThat(Duration.ofNanos(at.get() - begun)).isGreaterThanOrEqualTo(QUICK.multipliedBy(2));
    }

    @Test
    void oneThatIsPausedBeforeItsFirstBeatBeginsNothingLater() throws Exception {
        var did = new CountDownLatch(1);
        ChoreScheduler paused =
                opened(On.H2).ledger().schedule(List.of(new Chore("chore", OFTEN, did::countDown)), QUICK);
        open.push(paused);
        paused.pause();

        assertThat(did.await(5 * QUICK.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
    }

    private Place opened(On on) {
        Place place = on.opened.get();
        open.push(place);
        return place;
    }

    private static StoreLedger another(Place place) {
        return place.another(Duration.ofSeconds(20));
    }

    private void does(StoreLedger ledger, Runnable work) {
        open.push(ledger.schedule(List.of(new Chore("chore", OFTEN, work)), QUICK));
    }
}
