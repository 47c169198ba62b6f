package dev.ecrbot.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackoffTest {
    private final Backoff pauses = new Backoff(Duration.ofMinutes(2), Duration.ofHours(1));

    @Test
    void doublesUpToTheLongest() {
        assertThat(IntStream.rangeClosed(0, 7)
                        .mapToObj(failures -> pauses.after(failures).toMinutes()))
                .containsExactly(0L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void staysThereHoweverOftenItFails() {
        assertThat(pauses.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void hasToGrowFromSomething() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ofHours(1), Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
