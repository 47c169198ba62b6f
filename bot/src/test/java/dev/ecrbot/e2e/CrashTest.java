package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Fault.When;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed while five requests are under way, each at another instant; started again, every one of them is settled. */
final class CrashTest {
    private static final String ON_ITS_WAY = "crash/on-its-way";
    private static final String UNANSWERED = "crash/unanswered";
    private static final String APPROVED = "crash/approved";
    private static final String UNREAD = "crash/unread";
    private static final String UNTOLD = "crash/untold";

    @TempDir
    private Path directory;

    private Optional<Outpost> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(Outpost::close);
    }

    @Test
    void whatWasUnderWayWhenTheBotWasKilledIsSettledAtItsNextStart() {
        var outpost = new Outpost(directory);
        opened = Optional.of(outpost);
        for (String repository : new String[] {ON_ITS_WAY, UNANSWERED, APPROVED, UNREAD, UNTOLD}) {
            outpost.ecr.addRepository(SeedRegistry.west(repository), Map.of());
        }
        Gate onItsWay = new Gate();
        Gate unanswered = new Gate();
        Gate approved = new Gate();
        Gate unread = new Gate();
        Message[] cards = new Message[5];
        try (BotProcess bot = outpost.start()) {
            cards[0] = outpost.asks(ON_ITS_WAY);
            cards[1] = outpost.asks(UNANSWERED);
            cards[2] = outpost.asks(APPROVED);
            cards[3] = outpost.asks(UNREAD);
            cards[4] = outpost.asks(UNTOLD);
            appliedButUntold(outpost, cards[4]);
            var traffic = outpost.ecr.traffic();
            traffic.fault(ApiOperation.SET_REPOSITORY_POLICY, 1, lostAt(onItsWay));
            held(outpost, cards[0], onItsWay);
            traffic.fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.hold(unanswered, When.AFTER));
            held(outpost, cards[1], unanswered);
            traffic.fault(ApiOperation.GET_REPOSITORY_POLICY, 1, Fault.hold(approved, When.BEFORE));
            held(outpost, cards[2], approved);
            traffic.fault(ApiOperation.GET_REPOSITORY_POLICY, 1, new Fault() {});
            traffic.fault(ApiOperation.GET_REPOSITORY_POLICY, 1, Fault.hold(unread, When.BEFORE));
            held(outpost, cards[3], unread);
            bot.kill();
        }
        onItsWay.release();
        unanswered.release();
        approved.release();
        unread.release();
        outpost.slack.faults().clear();
        assertThat(outpost.granted(ON_ITS_WAY)).isFalse();
        assertThat(outpost.granted(UNANSWERED)).isTrue();
        assertThat(outpost.granted(APPROVED)).isFalse();
        assertThat(outpost.granted(UNREAD)).isTrue();
        assertThat(outpost.granted(UNTOLD)).isTrue();

        try (BotProcess again = outpost.start()) {
            outpost.tellsTheTruth(ON_ITS_WAY, cards[0], false);
            outpost.tellsTheTruth(UNANSWERED, cards[1], true);
            outpost.tellsTheTruth(APPROVED, cards[2], true);
            outpost.tellsTheTruth(UNREAD, cards[3], true);
            outpost.tellsTheTruth(UNTOLD, cards[4], true);
            assertThat(again.runs()).isTrue();
        }
    }

    // From the moment the policy is written on, the card can't be edited: so the first try to say "Applied" is seen to
    // fail.
    private static void appliedButUntold(Outpost outpost, Message card) {
        Gate written = new Gate();
        outpost.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.hold(written, When.AFTER));
        outpost.approves(card);
        written.awaitArrival();
        outpost.shows(card, "applying");
        outpost.slack.faults().always("chat.update", dev.ecrbot.sandbox.slack.Fault.dropped());
        written.release();
        outpost.slack.await(() -> outpost.slack.calls("chat.update").stream()
                .filter(call -> call.args().toString().contains("Applied"))
                .findFirst());
    }

    private static void held(Outpost outpost, Message card, Gate gate) {
        outpost.approves(card);
        gate.awaitArrival();
    }

    /** Keeps the write on its way until the gate opens, and loses it there. */
    private static Fault lostAt(Gate gate) {
        Fault held = Fault.hold(gate, When.BEFORE);
        Fault lost = Fault.drop(When.BEFORE);
        return new Fault() {
            @Override
            public void before(ApiCall call) {
                held.before(call);
                lost.before(call);
            }
        };
    }
}
