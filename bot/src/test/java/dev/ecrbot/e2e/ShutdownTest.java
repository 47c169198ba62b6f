package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Fault.When;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.sandbox.slack.Message;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM, and everything is there at the next start. */
@Tag("process")
final class ShutdownTest {
    private static final int SIGTERM = 143;

    @TempDir
    private Path directory;

    private Outpost outpost;

    @BeforeEach
    void open() {
        outpost = new Outpost(directory);
    }

    @AfterEach
    void close() {
        outpost.close();
    }

    @Test
    void whatIsUnderWayIsFinishedNothingNewIsTakenInAndNothingIsLost() {
        Gate gate = new Gate();
        Gate stuck = new Gate();
        Message finished;
        Message hung;
        Message waiting;
        try (BotProcess bot = outpost.start()) {
            finished = outpost.asks("payments/api");
            hung = outpost.asks("empty/new");
            waiting = outpost.asks("payments/worker");
            held(hung, Fault.hold(stuck, When.AFTER), stuck);
            held(finished, Fault.hold(gate, When.BEFORE), gate);
            bot.terminate();
            Message refused = outpost.slack.await(() -> {
                outpost.slack.command(Office.BEN, Office.GENERAL, "grant pull data/etl sales ci-deployer");
                return outpost.slack.ephemerals(Office.BEN).stream()
                        .filter(told -> told.shown().contains("restarting"))
                        .findFirst();
            });
            assertThat(refused.shown()).contains("Try again");
            assertThat(outpost.slack
                            .command(Office.BEN, Office.GENERAL, "grant pull mobile/backend sales ci-deployer")
                            .acknowledged())
                    .isTrue();
            gate.release();
            assertThat(bot.exitCode()).as(bot.errors()).isEqualTo(SIGTERM);
        }
        outpost.tellsTheTruth("payments/api", finished, true);
        assertThat(outpost.slack.current(hung).orElseThrow().shown()).contains("applying");
        stuck.release();

        try (BotProcess again = outpost.start()) {
            BotProcess second = outpost.startUnready();
            outpost.approves(waiting);
            outpost.tellsTheTruth("payments/worker", waiting, true);
            outpost.tellsTheTruth("payments/api", finished, true);
            outpost.tellsTheTruth("empty/new", hung, true);
            assertThat(outpost.slack.messages(Office.APPROVALS))
                    .noneMatch(card -> card.shown().contains("mobile/backend"));
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.errors()).contains("ecr-bot can't start", "in use by another process", "PostgreSQL");
            assertThat(again.runs()).isTrue();
        }
    }

    /** Nothing answers any more, and the process ends all the same, in time; what was recorded is finished by the next one. */
    @Test
    @Tag("full")
    void whateverHangsItEnds() {
        outpost.close();
        try (var wire = new Wire()) {
            outpost = Outpost.onPostgres(directory, wire::to);
            Gate stuck = new Gate();
            Message hung;
            Message waiting;
            long began;
            try (BotProcess bot = outpost.start()) {
                hung = outpost.asks("empty/new");
                waiting = outpost.asks("payments/worker");
                held(hung, Fault.hold(stuck, When.AFTER), stuck);
                dev.ecrbot.sandbox.slack.Fault.Held slack =
                        outpost.slack.faults().hold("chat.update");
                wire.cut();
                began = System.nanoTime();
                bot.terminate();
                assertThat(bot.exitCode()).as(bot.errors()).isEqualTo(SIGTERM);
                // The bound is what this is about, and what runs the bot goes by it.
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(25));
                slack.release();
            }
            stuck.release();
            outpost.slack.faults().clear();
            wire.mend();
            try (BotProcess again = outpost.start()) {
                outpost.tellsTheTruth("empty/new", hung, true);
                outpost.approves(waiting);
                outpost.tellsTheTruth("payments/worker", waiting, true);
                assertThat(again.runs()).isTrue();
            }
        }
    }

    private void held(Message card, Fault fault, Gate gate) {
        outpost.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, fault);
        outpost.approves(card);
        gate.awaitArrival();
    }
}
