package dev.ecrbot.desk.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.Admins;
import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.Announcements;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.rules.People;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the admins' channel hears of starts, however many there are. */
final class StartReportTest {
    private static final Examined ROLE =
            Examined.wrong("aws.repositories", "central in us-west-2", "The bot can't assume role X.", "Trust it.");
    private static final Examined ROLE_OTHERWISE =
            Examined.wrong("aws.repositories", "central in us-west-2", "Request id 77 failed.", "Trust it.");
    private static final Examined CHANNEL = Examined.wrong("slack.channel", "C0A", "It is archived.", "Unarchive it.");
    private static final Examined FINE = Examined.fine("clock", "clock", "Fine.");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T10:00:00Z"));
    private final StoreLedger ledger = StoreLedger.open(MigratedH2.fresh(), Optional.empty());
    private Optional<Admins> admins =
            Optional.of(new Admins(new People(false, Set.of("U0ANNA"), Set.of()), Optional.of("C0ADMINS")));

    @AfterEach
    void close() {
        ledger.close();
    }

    private void started(Examined... found) {
        new StartReport(ledger, clock).tell(new Checkup.Over(List.of(found), clock.instant()), admins);
    }

    private List<Announcement> told() {
        var told = new ArrayList<Announcement>();
        for (Optional<Announcements.Due> due = next(); due.isPresent(); due = next()) {
            long id = due.get().id();
            told.add(due.get().announcement());
            ledger.record(books -> books.announcements().done(id, clock.instant()));
        }
        return told;
    }

    private Optional<Announcements.Due> next() {
        Instant now = clock.instant();
        return ledger.transact(books -> books.announcements().take(now, now.plusSeconds(60)));
    }

    @Test
    void isToldOfEachFaultWithItsMend() {
        started(FINE, ROLE, CHANNEL);
        assertThat(told()).singleElement().satisfies(one -> {
            assertThat(one.channel()).isEqualTo("C0ADMINS");
            assertThat(one.lines())
                    .containsExactly(
                            "When ecr-bot started, at 2026-11-30 10:00 UTC, it found something to mend in its set-up.",
                            "aws.repositories central in us-west-2: The bot can't assume role X. → Trust it.",
                            "slack.channel C0A: It is archived. → Unarchive it.",
                            "/ecr doctor shows its admins how it is now.");
        });
    }

    @Test
    void aProcessThatStartsAgainAndAgainSaysItOnce() {
        for (int start = 0; start < 50; start++) {
            started(start % 3 == 0 ? new Examined[] {FINE} : new Examined[] {start % 2 == 0 ? ROLE : ROLE_OTHERWISE});
            clock.advance(Duration.ofSeconds(7));
        }
        assertThat(told()).hasSize(1);
    }

    @Test
    void whatIsNewIsToldAlone() {
        started(ROLE);
        told();
        started(ROLE, CHANNEL);
        assertThat(told())
                .singleElement()
                .satisfies(one -> assertThat(one.lines())
                        .anyMatch(line -> line.startsWith("slack.channel C0A"))
                        .noneMatch(line -> line.startsWith("aws.repositories"))
                        .contains("What this channel was told of before: 1 more."));
    }

    @Test
    void whatWasMendedForADayIsNewsAgain() {
        started(ROLE);
        told();
        clock.advance(Duration.ofDays(2));
        started(ROLE);
        assertThat(told()).isEmpty();
        started(FINE);
        started(ROLE);
        assertThat(told()).hasSize(1);
    }

    @Test
    void aHundredFaultsAreOneMessage() {
        started(IntStream.range(0, 100)
                .mapToObj(i -> Examined.wrong("slack.person", "U" + i, "x".repeat(3_000), "y"))
                .toArray(Examined[]::new));
        assertThat(told())
                .singleElement()
                .satisfies(one -> assertThat(one.lines()).hasSizeLessThan(20).contains("and 85 more"));
    }

    @Test
    void nobodyIsToldWhereNoChannelIsNamed() {
        Stream.of(Optional.<Admins>empty(), admins.map(some -> new Admins(some.who(), Optional.empty())))
                .forEach(some -> {
                    admins = some;
                    started(ROLE);
                });
        assertThat(told()).isEmpty();
    }
}
