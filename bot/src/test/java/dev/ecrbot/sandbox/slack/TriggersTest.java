package dev.ecrbot.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TriggersTest {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @Test
    void lastThreeSeconds() {
        Triggers triggers = new Triggers(clock);
        String early = triggers.issue("U1");
        String late = triggers.issue("U1");
        now = now.plusSeconds(3);
        assertThat(triggers.exchange(early)).isEqualTo("U1");
        now = now.plusMillis(1);
        assertThatThrownBy(() -> triggers.exchange(late)).hasMessage("expired_trigger_id");
        assertThatThrownBy(() -> triggers.exchange("?")).hasMessage("invalid_trigger_id");
    }

    @Test
    void responseUrlsLastThirtyMinutes() {
        ResponseUrls urls = new ResponseUrls(clock, URI.create("http://127.0.0.1:1/"), "T1");
        String path = urls.issue("U1", "C1", Optional.empty()).getPath();
        now = now.plus(Duration.ofMinutes(30));
        assertThat(urls.use(path).personId()).isEqualTo("U1");
        now = now.plusSeconds(1);
        assertThatThrownBy(() -> urls.use(path)).hasMessage("expired_url");
    }

    @Test
    void timestampsStayApartWhenTheClockStandsStill() {
        Timestamps timestamps = new Timestamps(clock);
        assertThat(timestamps.next()).isEqualTo("1795348800.000000");
        assertThat(timestamps.next()).isEqualTo("1795348800.000001");
    }
}
