package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.Chore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same delivery once more. */
final class ReplayedTest {
    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void isKnownToAnotherReplicaAndToOneThatIsStartedAnew() {
        assertThat(isNew(bench.staff(), "1.2.a")).isTrue();
        assertThat(isNew(bench.replica(), "1.2.a")).isFalse();
        assertThat(isNew(bench.staff(), "1.2.a")).isFalse();
        assertThat(isNew(bench.replica(), "1.2.b")).isTrue();
    }

    @Test
    void isForgottenAfterADay() {
        isNew(bench.staff(), "1.2.a");
        bench.clock.advance(Duration.ofHours(24));
        forget();
        assertThat(isNew(bench.staff(), "1.2.a")).isFalse();
        bench.clock.advance(Duration.ofSeconds(1));
        forget();
        assertThat(isNew(bench.staff(), "1.2.a")).isTrue();
    }

    private void forget() {
        bench.staff().due().chores().stream()
                .filter(chore -> chore.name().equals("forget-deliveries"))
                .map(Chore::work)
                .forEach(Runnable::run);
    }

    private static boolean isNew(DeskAssembly desk, String trigger) {
        return desk.desk().isNew(DeskBench.asker(DeskBench.RITA), trigger);
    }
}
