package dev.ecrbot.store.chain;

import static dev.ecrbot.store.chain.Trail.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event gets into the chain once, whatever comes between. */
@Tag("long")
final class EventChainTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private static Trail trail(String kind) {
        return new Trail(kind.equals("H2") ? MigratedH2.fresh() : TestPostgres.migratedDatabase());
    }

    private static void assertWhole(Trail trail, long events) {
        ChainVerdict verdict = trail.chain.verify(List.of());
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.waiting()).isZero();
        assertThat(verdict.events()).isEqualTo(events);
        assertThat(trail.links())
                .extracting(Link::position)
                .containsExactlyElementsOf(
                        LongStream.range(0, trail.links().size()).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatWasThereBeforeIsTheFirstLink(String kind) {
        try (var trail = trail(kind)) {
            trail.happened(700, NOW.minus(HOUR));
            trail.happened(3, NOW);
            Link head = trail.chain.extend(NOW.plusSeconds(5));
            assertThat(head.position()).isEqualTo(3);
            assertThat(trail.links().get(0).events()).isEqualTo(700);
            assertWhole(trail, 703);
            assertThat(trail.chain.extend(NOW.plusSeconds(10)))
                    .as("nothing new, the same end")
                    .isEqualTo(head);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void anEmptyTrailBeginsWithAnEmptyLink(String kind) {
        try (var trail = trail(kind)) {
            assertThat(trail.chain.verify(List.of()).faults()).containsExactly("There is no chain.");
            assertThat(trail.chain.extend(NOW).events()).isZero();
            assertWhole(trail, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatIsCommittedLaterComesLaterThoughItsNumberIsLower(String kind) {
        try (var trail = trail(kind)) {
            trail.chain.extend(NOW.minus(HOUR));
            trail.happened(1, NOW);
            trail.skipsNumbers(1);
            trail.happened(1, NOW);
            trail.chain.extend(NOW.plusSeconds(5));
            trail.committedLate(2, NOW);
            trail.chain.extend(NOW.plusSeconds(10));
            assertThat(trail.links()).extracting(Link::event).containsExactly(0L, 1L, 3L, 2L);
            assertWhole(trail, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatAPausedProcessCommitsADayLaterIsFoundTheDayAfter(String kind) {
        try (var trail = trail(kind)) {
            trail.chain.extend(NOW.minus(HOUR));
            trail.skipsNumbers(1);
            trail.happened(1, NOW);
            trail.chain.extend(NOW);
            trail.happened(1, NOW.plus(HOUR));
            trail.chain.extend(NOW.plus(HOUR));
            trail.committedLate(1, NOW);
            trail.chain.extend(NOW.plus(HOUR.multipliedBy(2)));
            assertThat(trail.chain.verify(List.of()).faults()).containsExactly("Event 1 isn't in the chain.");
            trail.chain.extend(NOW.plus(Duration.ofDays(2)));
            assertWhole(trail, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aClockThatJumpsChangesNothing(String kind) {
        try (var trail = trail(kind)) {
            trail.chain.extend(NOW);
            trail.happened(2, NOW.plus(Duration.ofDays(400)));
            trail.chain.extend(NOW.plus(Duration.ofDays(400)));
            trail.happened(2, NOW.minus(Duration.ofDays(400)));
            trail.chain.extend(NOW.minus(Duration.ofDays(400)));
            trail.happened(2, NOW);
            trail.chain.extend(NOW);
            assertWhole(trail, 6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aCrashBeforeTheChainLeavesWhatTheNextStartTakesIn(String kind) {
        try (var trail = trail(kind)) {
            trail.chain.extend(NOW);
            trail.happened(3, NOW);
            ChainVerdict between = trail.chain.verify(List.of());
            assertThat(between.faults()).isEmpty();
            assertThat(between.waiting()).isEqualTo(3);
            new EventChain(trail.jdbi).extend(NOW.plus(Duration.ofDays(9)));
            assertWhole(trail, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void replicasAtItAtOnceMakeOneChain(String kind) {
        try (var trail = trail(kind)) {
            Jdbi jdbi = trail.jdbi;
            List<Thread> replicas = LongStream.range(0, 4)
                    .mapToObj(replica -> new Thread(() -> {
                        var chain = new EventChain(jdbi);
                        for (int i = 0; i < 10; i++) {
                            trail.happened(3, NOW.plusSeconds(i));
                            chain.extend(NOW.plusSeconds(i));
                        }
                    }))
                    .toList();
            replicas.forEach(Thread::start);
            replicas.forEach(EventChainTest::join);
            trail.chain.extend(NOW.plusSeconds(60));
            assertWhole(trail, 120);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "H2")
    void tenThousandAtOnceAreTakenIn(String kind) {
        try (var trail = trail(kind)) {
            trail.chain.extend(NOW);
            trail.happened(10_000, NOW);
            assertThat(trail.chain.extend(NOW.plusSeconds(5)).position()).isEqualTo(10_000);
            ChainVerdict verdict = trail.chain.verify(List.of());
            assertThat(verdict.faults()).isEmpty();
            assertThat(verdict.events()).isEqualTo(10_000);
        }
    }
}
