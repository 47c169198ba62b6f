package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.Chore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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
        try (var place = on.opened.get()) {
            StoreLedger other = place.another(Duration.ofSeconds(20));
            var started = Race.<ChoreScheduler>all(
                    List.of(() -> place.ledger().schedule(List.of(chore)), () -> other.schedule(List.of(chore))));
            try (var one = Race.get(started.get(0));
                    var two = Race.get(started.get(1))) {
                Race.await(done);
            }
        }
        assertThat(most).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatFailsIsDoneAgain(On on) throws Exception {
        var done = new CountDownLatch(2);
        try (var place = on.opened.get();
                var failing = place.ledger()
                        .schedule(
                                List.of(new Chore("failing", OFTEN, () -> {
                                    done.countDown();
                                    throw new IllegalStateException("not today");
                                })),
                                QUICK)) {
            Race.await(done);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itGoesOnWhenEveryConnectionIsGone(On on) throws Exception {
        var before = new CountDownLatch(1);
        var aborted = new CountDownLatch(1);
        var after = new CountDownLatch(2);
        try (var place = on.opened.get();
                var going = place.ledger()
                        .schedule(
                                List.of(new Chore("going", OFTEN, () -> {
                                    before.countDown();
                                    Race.await(aborted);
                                    after.countDown();
                                })),
                                QUICK)) {
            Race.await(before);
            place.abortEverything();
            aborted.countDown();
            Race.await(after);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherTakesOverWhatADeadOneWasAt(On on) throws Exception {
        var taken = new CountDownLatch(1);
        var dead = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var place = on.opened.get()) {
            StoreLedger dying = place.another(Duration.ofSeconds(20));
            try (var hanging = dying.schedule(
                    List.of(new Chore("left", OFTEN, () -> {
                        taken.countDown();
                        Race.await(dead);
                    })),
                    QUICK)) {
                Race.await(taken);
                try (var living = place.ledger().schedule(List.of(new Chore("left", OFTEN, done::countDown)), QUICK)) {
                    // Without its connections it gives no sign of life any more.
                    dying.close();
                    Race.await(done);
                }
                dead.countDown();
            }
        }
    }
}
