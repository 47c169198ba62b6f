package dev.ecrbot.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.Sampled;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
    private static final Hours OFFICE = hours("Europe/Berlin", "08:00", "18:00");

    @ParameterizedTest
    @CsvSource({
        "a weekday's morning,               Europe/Berlin, 08:00, 18:00, 2026-11-23T05:00:00Z, 2026-11-23T07:00:00Z",
        "the first moment,                  Europe/Berlin, 08:00, 18:00, 2026-11-23T07:00:00Z, 2026-11-23T07:00:00Z",
        "the last one,                      Europe/Berlin, 08:00, 18:00, 2026-11-23T16:59:59Z, 2026-11-23T16:59:59Z",
        "the first one past it,             Europe/Berlin, 08:00, 18:00, 2026-11-23T17:00:00Z, 2026-11-24T07:00:00Z",
        "friday night,                      Europe/Berlin, 08:00, 18:00, 2026-11-20T20:00:00Z, 2026-11-23T07:00:00Z",
        "the weekend clocks go forward,     Europe/Berlin, 08:00, 18:00, 2026-03-27T20:00:00Z, 2026-03-30T06:00:00Z",
        "the weekend they go back,          Europe/Berlin, 08:00, 18:00, 2026-10-23T20:00:00Z, 2026-10-26T07:00:00Z",
        "a zone without its 30 December,    Pacific/Apia,  08:00, 18:00, 2011-12-30T05:00:00Z, 2012-01-01T18:00:00Z",
        "clocks that change at midnight,    America/Havana, 00:00, 06:00, 2026-03-06T20:00:00Z, 2026-03-09T04:00:00Z"
    })
    void nextMoment(String what, String zone, String from, String to, Instant moment, Instant next) {
        assertThat(hours(zone, from, to).nextFrom(moment)).as(what).isEqualTo(next);
    }

    @Example
    void whatBeginsInAGapBeginsBehindIt() {
        var night = new Hours(
                EnumSet.allOf(DayOfWeek.class), LocalTime.of(2, 30), LocalTime.of(4, 0), ZoneId.of("Europe/Berlin"));
        assertThat(night.nextFrom(Instant.parse("2026-03-28T23:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        var lost = new Hours(
                EnumSet.allOf(DayOfWeek.class), LocalTime.of(2, 15), LocalTime.of(2, 45), ZoneId.of("Europe/Berlin"));
        assertThat(lost.nextFrom(Instant.parse("2026-03-28T23:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-30T00:15:00Z"));
    }

    @Example
    void whatComesTwiceCountsTwice() {
        var night = new Hours(
                EnumSet.allOf(DayOfWeek.class), LocalTime.of(2, 0), LocalTime.of(3, 0), ZoneId.of("Europe/Berlin"));
        assertThat(night.passed(Instant.parse("2026-10-24T23:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-10-25T02:00:00Z"));
    }

    @Example
    void timePassesInTheHoursOnly() {
        assertThat(OFFICE.passed(Instant.parse("2026-11-20T16:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(OFFICE.passed(Instant.parse("2026-11-20T16:00:00Z"), Duration.ofHours(1)))
                .isEqualTo(Instant.parse("2026-11-20T17:00:00Z"));
    }

    @Example
    void hoursThatNeverComeAreNone() {
        assertThatThrownBy(() -> hours("UTC", "18:00", "08:00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hours(Set.of(), LocalTime.NOON, LocalTime.MIDNIGHT, ZoneId.of("UTC")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** By looking at the clocks at each minute. */
    @Property(tries = 300)
    @Sampled(40)
    void theNextMomentIsTheFirstThatTheClocksShow(@ForAll("some") Hours hours, @ForAll("moments") Instant moment) {
        Instant next = hours.nextFrom(moment);

        assertThat(next).isAfterOrEqualTo(moment);
        assertThat(shown(hours, next)).isTrue();
        for (Instant before = moment; before.isBefore(next); before = before.plus(1, ChronoUnit.MINUTES)) {
            assertThat(shown(hours, before)).as("%s at %s", hours, before).isFalse();
        }
    }

    @Property(tries = 200)
    @Sampled(40)
    void whatHasPassedIsWhatTheClocksShowed(@ForAll("some") Hours hours, @ForAll("moments") Instant since) {
        Duration time = Duration.ofMinutes(97);

        Instant then = hours.passed(since, time);

        long minutes = 0;
        for (Instant each = since; each.isBefore(then); each = each.plus(1, ChronoUnit.MINUTES)) {
            minutes += shown(hours, each) ? 1 : 0;
        }
        assertThat(Duration.ofMinutes(minutes)).as("%s since %s", hours, since).isEqualTo(time);
    }

    private static boolean shown(Hours hours, Instant moment) {
        var clock = moment.atZone(hours.zone());
        LocalTime time = clock.toLocalTime();
        return hours.days().contains(clock.getDayOfWeek())
                && !time.isBefore(hours.from())
                && (hours.to().equals(LocalTime.MIDNIGHT) || time.isBefore(hours.to()));
    }

    @Provide
    Arbitrary<Hours> some() {
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "America/Havana",
                        "America/St_Johns",
                        "Pacific/Apia",
                        "Asia/Kathmandu",
                        "Africa/Casablanca",
                        "Antarctica/Troll",
                        "UTC")
                .map(ZoneId::of);
        Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        // The hours in which clocks are changed come often.
        Arbitrary<Integer> minutes = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 1439), Arbitraries.integers().between(0, 240));
        return Combinators.combine(zones, days, minutes, minutes)
                .filter((zone, week, one, other) -> !one.equals(other))
                .as((zone, week, one, other) -> new Hours(
                        week,
                        LocalTime.ofSecondOfDay(60L * Math.min(one, other)),
                        LocalTime.ofSecondOfDay(60L * Math.max(one, other)),
                        zone));
    }

    /** Around what was done to clocks, and whenever. */
    @Provide
    Arbitrary<Instant> moments() {
        List<Instant> changes = List.of(
                Instant.parse("2026-03-29T01:00:00Z"),
                Instant.parse("2026-10-25T01:00:00Z"),
                Instant.parse("2026-03-08T07:00:00Z"),
                Instant.parse("2026-11-01T06:00:00Z"),
                Instant.parse("2026-04-04T15:00:00Z"),
                Instant.parse("2026-10-03T15:30:00Z"),
                Instant.parse("2011-12-30T10:00:00Z"),
                Instant.parse("2010-11-07T02:31:00Z"),
                Instant.parse("2026-11-22T09:30:00Z"));
        return Combinators.combine(
                        Arbitraries.of(changes), Arbitraries.integers().between(-12_000, 4_000))
                .as((change, minutes) -> change.plus(minutes, ChronoUnit.MINUTES));
    }

    private static Hours hours(String zone, String from, String to) {
        return new Hours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.parse(from),
                LocalTime.parse(to),
                ZoneId.of(zone));
    }
}
