package dev.ecrbot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How much one machine may send. */
final class MachineLimitsTest {
    private static final String NONE = "{\"ask\": \"status x\"}";

    @Test
    void asksAreCountedByTheMinuteAndByTheDay() {
        try (var house = new MachineHouse("limits: {asks_per_minute: 2, asks_per_day: 3, questions_per_minute: 2}")) {
            assertThat(house.asks(NONE, "build-0001").status()).isNotEqualTo(429);
            assertThat(house.asks(NONE, "build-0002").status()).isNotEqualTo(429);
            MachineHouse.Reply third = house.asks(MachineHouse.ASK, "build-0003");
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.code()).isEqualTo("limit_machine");
            assertThat(third.headers().get("retry-after")).isNotEmpty();
            house.bench.clock.advance(Duration.ofMinutes(2));
            assertThat(house.asks(MachineHouse.ASK, "build-0003").status()).isEqualTo(202);
            house.bench.clock.advance(Duration.ofMinutes(2));
            assertThat(house.asks(MachineHouse.ASK, "build-0003").status())
                    .as("on one day")
                    .isEqualTo(429);
            assertThat(house.refusals())
                    .filteredOn(event -> "limit_machine".equals(event.details().get("code")))
                    .hasSize(2)
                    .allMatch(event -> event.actor().isPresent());
        }
    }

    @Test
    void questionsAreForThoseThatMayAskThem() {
        try (var house = new MachineHouse("limits: {questions_per_minute: 3}")) {
            assertThat(house.questions("who pull payments/api").code()).isEqualTo("machine_refused");
            assertThat(house.gets("/v1/requests").status()).isEqualTo(200);
            assertThat(house.gets("/v1/requests").status()).isEqualTo(200);
            assertThat(house.gets("/v1/requests").code()).isEqualTo("limit_machine");
        }
    }
}
