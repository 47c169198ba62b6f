package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A process that is told to end does, whatever hangs. */
final class EndingTest {
    private final CountDownLatch halted = new CountDownLatch(1);

    @Test
    void whatHangsIsLeft() throws InterruptedException {
        var hangs = new CountDownLatch(1);
        Runnable close = () -> {
            try {
                hangs.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        var ending = new Thread(new Ending(close, Duration.ofMillis(20), halted::countDown));
        ending.start();
        assertThat(halted.await(LongestWait.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(ending.isAlive()).isTrue();
        hangs.countDown();
        ending.join();
    }

    @Test
    void whoeverEndsIsNotHalted() {
        new Ending(() -> {}, Duration.ofDays(1), halted::countDown).run();
        assertThatThrownBy(() -> new Ending(
                                () -> {
                                    throw new IllegalStateException("broken");
                                },
                                Duration.ofDays(1),
                                halted::countDown)
                        .run())
                .hasMessage("broken");
        assertThat(halted.getCount()).isOne();
    }

    @Test
    void thePromiseIsKept() {
        assertThat(Ending.AT_MOST).isLessThanOrEqualTo(Duration.ofSeconds(23));
    }
}
