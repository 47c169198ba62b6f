package dev.ecrbot.slack.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.time.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HoursTextTest {
    @Test
    void namesTheDaysInTheirOrderAndTheZone() {
        var office = EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY);
        assertThat(HoursText.of(
                        new Hours(office, LocalTime.of(8, 0), LocalTime.of(18, 30), ZoneId.of("Europe/Berlin"))))
                .isEqualTo("on Mon, Fri, 08:00 to 18:30 (Europe/Berlin)");
        assertThat(HoursText.of(
                        new Hours(Set.of(DayOfWeek.SUNDAY), LocalTime.NOON, LocalTime.MIDNIGHT, ZoneId.of("UTC"))))
                .isEqualTo("on Sun, 12:00 to 24:00 (UTC)");
    }
}
