package dev.ecrbot.desk.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.LongestWait;
import dev.ecrbot.desk.request.LogContext;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.BotProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

final class AheadTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void isReadWhileSomethingElseIs() {
        var theOther = new CountDownLatch(1);
        var reading = Ahead.begin(() -> isDown(theOther), threads);
        theOther.countDown();
        assertThat(reading.get()).isTrue();
    }

    @Test
    void failsAsReadingDid() {
        var stopping = new ProblemException(BotProblems.stopping());
        var reading = Ahead.begin(
                () -> {
                    throw stopping;
                },
                threads);
        assertThatThrownBy(reading::get).isSameAs(stopping);
    }

    @Test
    void isReadHereOnceNoThreadTakesIt() {
        threads.shutdownNow();
        assertThat(Ahead.begin(Thread::currentThread, threads).get()).isSameAs(Thread.currentThread());
    }

    @Test
    void itsLinesInTheLogAreAboutTheSameRequest() {
        var id = new RequestId("req-aaaaaaaa");
        String about = LogContext.about(
                id,
                () -> Ahead.begin(() -> MDC.get(LogContext.REQUEST), threads).get());
        assertThat(about).isEqualTo(id.value());
        assertThat(Ahead.begin(() -> Optional.ofNullable(MDC.get(LogContext.REQUEST)), threads)
                        .get())
                .isEmpty();
    }

    private static boolean isDown(CountDownLatch latch) {
        try {
            return latch.await(LongestWait.SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
