package dev.ecrbot.slack.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.slack.message.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A Home tab is shown when it is opened and when something changes, and never more often than its pace. */
final class HomeTabsTest {
    private static final PersonId BYSTANDER = Samples.person("U0BYSTANDER");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private final HomeTabs tabs = new HomeTabs(clock);

    @Test
    void whatChangesManyTimesIsShownOnceAfterItsPace() {
        tabs.opened(Samples.RITA);
        assertThat(tabs.next()).contains(Samples.RITA);
        for (int i = 0; i < 20; i++) {
            tabs.changed(Samples.request());
        }
        tabs.opened(Samples.RITA);
        assertThat(tabs.next()).isEmpty();
        clock.advance(HomeTabs.PACE);
        assertThat(tabs.next()).contains(Samples.RITA);
        assertThat(tabs.next()).isEmpty();
        clock.advance(HomeTabs.PACE);
        assertThat(tabs.next()).isEmpty();
    }

    @Test
    void itChangesForThoseWhomItMayConcernAndWhoOpenedItLately() {
        tabs.changed(Samples.request());
        assertThat(tabs.next()).isEmpty();

        tabs.opened(Samples.RITA);
        tabs.opened(Samples.AMIR);
        assertThat(tabs.next()).contains(Samples.RITA);
        assertThat(tabs.next()).contains(Samples.AMIR);
        clock.advance(Duration.ofMinutes(1));
        tabs.changed(Samples.request());
        assertThat(tabs.next()).contains(Samples.RITA);
        assertThat(tabs.next()).contains(Samples.AMIR);

        clock.advance(Duration.ofDays(2));
        tabs.changed(Samples.request());
        assertThat(tabs.next()).isEmpty();
    }

    @Test
    void whatCouldNotBeShownIsTriedAgainOrForgotten() {
        tabs.opened(BYSTANDER);
        assertThat(tabs.next()).contains(BYSTANDER);
        tabs.again(BYSTANDER, Duration.ofMinutes(1));
        assertThat(tabs.next()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(tabs.next()).contains(BYSTANDER);

        tabs.again(BYSTANDER, Duration.ZERO);
        tabs.forget(BYSTANDER);
        assertThat(tabs.next()).isEmpty();
    }

    @Test
    void ofManyPeopleThoseWhoOpenedItLastAreRemembered() {
        for (int i = 0; i < 1_001; i++) {
            tabs.opened(Samples.person("U" + (10_000 + i)));
        }
        clock.advance(Duration.ofMinutes(1));
        int shown = 0;
        while (tabs.next().isPresent()) {
            shown++;
        }
        assertThat(shown).isEqualTo(1_000);
    }
}
