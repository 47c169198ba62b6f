package dev.ecrbot.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ledger.Announcement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A week is told of to the channels that want that. */
final class DigestTest extends WatchedChannels {
    @Test
    void theWeekIsToldOnMondayOnce() {
        bench.crawl();
        bench.applied("grant pull payments/api sales ci-deployer for 6d");
        bench.asks(DeskBench.RITA, "grant push payments/worker sales ci-deployer");
        bench.ecr.setPolicy(API, FINANCE.formatted("").replace("\"ecr:BatchGetImage\",", "\"ecr:*\","));
        recrawl();
        advanceTo(monday().plus(Duration.ofHours(7)));
        digest();
        assertThat(told()).as("too early").isEmpty();
        bench.clock.advance(Duration.ofHours(2));
        digest();
        digest();
        List<Announcement> told = told();
        assertThat(told).extracting(Announcement::channel).containsExactlyInAnyOrder("C0PAYMENTS", "C0APPROVALS");
        List<String> lines = told.stream()
                .filter(one -> one.channel().equals("C0PAYMENTS"))
                .findFirst()
                .orElseThrow()
                .lines();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("Given and still there (1): pull on payments/api"))
                .anyMatch(line -> line.startsWith("Ending within a week (1): pull on payments/api"))
                .anyMatch(line -> line.startsWith("Waiting for a decision (1): req-"))
                .contains("Changes by somebody other than ecr-bot that were noticed: 1.")
                .anyMatch(line ->
                        line.startsWith("Findings that are new (") && line.contains("all_actions in payments/api"));
        bench.ecr.setPolicy(API, FINANCE.formatted(""));
        recrawl();
        bench.clock.advance(Duration.ofDays(7));
        digest();
        List<Announcement> next = told();
        assertThat(next).as("the next week").hasSize(2);
        assertThat(next)
                .flatExtracting(Announcement::lines)
                .anyMatch(line ->
                        line.startsWith("Findings that were mended (") && line.contains("all_actions in payments/api"));
    }

    private Instant monday() {
        return bench.clock
                .instant()
                .atZone(ZoneOffset.UTC)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(LocalTime.MIDNIGHT)
                .toInstant();
    }

    private void advanceTo(Instant then) {
        bench.clock.advance(Duration.between(bench.clock.instant(), then));
    }
}
