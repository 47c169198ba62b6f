package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PulseTest {
    private final AtomicLong time = new AtomicLong();
    private final List<String> failures = new ArrayList<>();

    @Test
    void countsWhateverIsThrownAndGoesOn() {
        var pulse = pulse(Thread.currentThread());
        assertThat(pulse.goesOn(() -> {
                    throw new OutOfMemoryError("simulated");
                }))
                .isFalse();
        assertThat(pulse.goesOn(() -> true)).isTrue();
        assertThat(failures).containsExactly("deliver");
        assertThat(pulse.trouble()).isEmpty();
    }

    @Test
    void tellsOfAThreadThatHangsOrHasEnded() throws Exception {
        var thread = new Thread(() -> {}, "postman-1");
        var pulse = pulse(thread);
        assertThat(pulse.trouble()).as("not started yet").isEmpty();
        pulse.run(() -> {
            thread.start();
            join(thread);
        });
        assertThat(pulse.trouble()).contains("postman-1 has ended");

        var busy = pulse(Thread.currentThread());
        busy.run(() -> {
            time.addAndGet(Duration.ofMinutes(9).toNanos());
            assertThat(busy.trouble()).isEmpty();
            time.addAndGet(Duration.ofMinutes(2).toNanos());
            assertThat(busy.trouble().orElseThrow()).endsWith("has been at one thing for 11 minutes");
        });
        assertThat(busy.trouble()).isEmpty();
    }

    private Pulse pulse(Thread thread) {
        return new Pulse("deliver", thread, failures::add, time::get);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
