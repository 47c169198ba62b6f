package dev.ecrbot.desk.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.tell.Courier.Delivery;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of announcements. */
final class CrierTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T10:00:00Z"));
    private final StoreLedger ledger = StoreLedger.open(MigratedH2.fresh(), Optional.empty());
    private final List<String> tried = new ArrayList<>();
    private Delivery answer = new Delivery.Delivered(Optional.empty());
    private final Crier crier = new Crier(
            ledger,
            announcement -> {
                tried.add(announcement.channel());
                return announcement.channel().equals("C1") ? answer : new Delivery.Delivered(Optional.empty());
            },
            clock);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void eachIsToldOnce() {
        add("C1");
        add("C2");
        crier.tellDue();
        clock.advance(Duration.ofDays(1));
        crier.tellDue();
        assertThat(tried).containsExactly("C1", "C2");
    }

    @Test
    void whatSlackDoesNotTakeNowIsTriedAgainAndHoldsUpNothing() {
        answer = new Delivery.Later(Duration.ofSeconds(9), "a time-out");
        add("C1");
        add("C2");
        crier.tellDue();
        clock.advance(Duration.ofSeconds(8));
        crier.tellDue();
        assertThat(tried).containsExactly("C1", "C2");

        answer = new Delivery.Delivered(Optional.empty());
        clock.advance(Duration.ofSeconds(1));
        crier.tellDue();
        clock.advance(Duration.ofDays(1));
        crier.tellDue();
        assertThat(tried).containsExactly("C1", "C2", "C1");
    }

    @Test
    void whatNobodyCanBeToldIsOnRecordAndNotTriedForEver() {
        answer = new Delivery.Undeliverable("not_in_channel");
        add("C1");
        crier.tellDue();
        clock.advance(Duration.ofDays(1));
        crier.tellDue();

        assertThat(tried).containsExactly("C1");
        var kinds = new ArrayList<EventKind>();
        ledger.record(books ->
                books.events().each(recorded -> kinds.add(recorded.event().kind())));
        assertThat(kinds).containsExactly(EventKind.NOTICE_LOST);
    }

    private void add(String channel) {
        ledger.record(books -> books.announcements()
                .add(new Announcement("topic", channel, List.of("News."), Set.of()), clock.instant()));
    }
}
