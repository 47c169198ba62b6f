package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes due by its date is done by real processes, whatever becomes of them. */
@Tag("process")
final class OnTimeTest {
    private static final String REPOSITORY = "payments/api";
    private static final int ALL = 10_000;
    // Longer than the access is given for, whatever its end is rounded up to.
    private static final Duration AFTER = Duration.ofMinutes(10);

    @TempDir
    private Path directory;

    private Optional<Outpost> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(Outpost::close);
    }

    @Test
    @Tag("full")
    void whatOthersTookOutIsToldAndTheNextStartEndsAGrantThatTheKilledProcessWasEnding() {
        Outpost outpost = opened(new Outpost(directory, "policy: {reread_every: 1s}\n"));
        try (BotProcess bot = outpost.start()) {
            outpost.approves(outpost.asks("empty/new"));
            told(outpost, "docker pull", "empty/new:");
            outpost.ecr.deletePolicy(SeedRegistry.west("empty/new"));
            given(outpost);
            told(outpost, "Gone: pull on empty/new");
            assertThat(bot.errors()).isEmpty();
            Gate end = atItsEnd(outpost);
            bot.kill();
            end.release();
        }
        long start = System.nanoTime();
        try (BotProcess next = outpost.start()) {
            ended(outpost);
            report("H2: the next start", start);
            assertThat(next.errors()).isEmpty();
        }
    }

    @Test
    void anotherReplicaEndsAGrantThatTheKilledOneWasEnding() {
        Outpost outpost = opened(Outpost.onPostgres(directory));
        Outpost.Side first = outpost.first();
        try (BotProcess dying = first.startUnready();
                BotProcess living = outpost.another().start()) {
            dying.awaitReady(first.opsPort());
            given(outpost);
            living.pause();
            Gate end = atItsEnd(outpost);
            dying.kill();
            end.release();
            living.resume();
            long killed = System.nanoTime();
            ended(outpost);
            report("PostgreSQL: the other replica", killed);
            assertThat(living.runs()).isTrue();
        }
    }

    private Outpost opened(Outpost outpost) {
        opened = Optional.of(outpost);
        return outpost;
    }

    /** Gives access that ends in as little time as can be asked for. */
    private static void given(Outpost outpost) {
        outpost.approves(outpost.asks(REPOSITORY, "for 5m"));
        told(outpost, "docker pull", REPOSITORY + ":");
        assertThat(outpost.granted(REPOSITORY)).isTrue();
    }

    /** Lets the time of the end come, and waits until the access is being ended, which is held up where the policy is read. */
    private Gate atItsEnd(Outpost outpost) {
        Gate gate = new Gate();
        outpost.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, ALL, Fault.hold(gate, Fault.When.BEFORE));
        BotProcess.setAhead(directory, AFTER);
        gate.awaitArrival();
        return gate;
    }

    private static void ended(Outpost outpost) {
        outpost.slack.await(
                () -> outpost.slack.messages(Office.APPROVALS).stream()
                        .filter(message -> !message.topLevel())
                        .filter(message -> message.shown().contains("Ended: pull on " + REPOSITORY))
                        .findFirst(),
                LongestWait.TIME);
        assertThat(outpost.granted(REPOSITORY)).isFalse();
        assertThat(outpost.slack.messages(Office.APPROVALS))
                .filteredOn(message -> message.shown().contains("Ended: pull on " + REPOSITORY))
                .hasSize(1);
    }

    private static void told(Outpost outpost, String... texts) {
        outpost.slack.await(
                () -> outpost.slack.dms(Office.RITA).stream()
                        .filter(message -> List.of(texts).stream().allMatch(message.shown()::contains))
                        .findFirst(),
                LongestWait.TIME);
    }

    private static void report(String who, long since) {
        System.out.printf(
                "OnTimeTest: %s has ended a grant that was being ended %d ms after%n",
                who, (System.nanoTime() - since) / 1_000_000);
    }
}
