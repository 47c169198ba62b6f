package dev.ecrbot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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

    @Test
    void theAuditTrailIsForThoseWhoMayReadItAlone() {
        AuditPages two = after -> after == 0
                ? new AuditPages.Page(List.of("{\"seq\":1,\"kind\":\"ASKED\"}", "{\"seq\":2,\"kind\":\"DENIED\"}"), 2)
                : new AuditPages.Page(List.of(), after);
        try (var house = new MachineHouse("questions: true", two)) {
            assertThat(house.gets("/v1/events/after/0").code()).isEqualTo("machine_refused");
        }
        try (var house = new MachineHouse("audit: true", two)) {
            MachineHouse.Reply page = house.gets("/v1/events/after/0");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.json().path("events").findValuesAsText("kind")).containsExactly("ASKED", "DENIED");
            assertThat(page.text("last")).isEqualTo("2");
            assertThat(house.gets("/v1/events/after/2").json().path("events")).isEmpty();
            assertThat(house.gets("/v1/events/after/x").status()).isEqualTo(404);
            assertThat(house.gets("/v1/events/after/0", "Bearer x").status()).isEqualTo(401);
            assertThat(house.posts("/v1/events/after/0").status()).isEqualTo(405);
        }
    }
}
