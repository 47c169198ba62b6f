package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Fault.When;
import dev.ecrbot.sandbox.ecr.FaultByRepository;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A bot's process is killed while requests are under way, each at another point between the click and the last word, which
 * is known by the call that is held up; started again, it settles every one of them.
 */
@Tag("process")
final class CrashTest {
    private static final int ALL = 10_000;
    // From the start of a process until all is settled and told. Ten seconds are promised, and shown by what is
    // printed;
    // where many other builds run, the start alone may take longer.
    private static final Duration LONGEST = LongestWait.TIME;

    enum Store {
        H2(Outpost::new),
        POSTGRES(Outpost::onPostgres);

        private final Function<Path, Outpost> opened;

        Store(Function<Path, Outpost> opened) {
            this.opened = opened;
        }
    }

    /** Where a request is caught. */
    enum Point {
        /** Slack is asked who clicked; nothing is recorded. */
        JUDGED(true, 1),
        /** The policy is asked for again. */
        APPROVED(true, 1),
        /** The policy was read, and its answer doesn't come. */
        REREAD(true, 1),
        /** The write is on its way, and gets lost there: it is sent anew. */
        ON_ITS_WAY(true, 1),
        /** The write has taken effect, and its answer doesn't come. */
        UNANSWERED(true, 1),
        /** The policy is to be read back. */
        UNREAD(true, 1),
        /** The policy was read back, and its answer doesn't come. */
        READ_BACK(true, 1),
        /** It is recorded as applied, and Slack doesn't take the card. */
        UNTOLD(true, 1),
        /** The card is on its way. */
        CARD_SENT(true, 1),
        /** The direct message is on its way, and will arrive. */
        NOTE_SENT(true, 2);

        private final boolean applied;
        private final int notes;

        Point(boolean applied, int notes) {
            this.applied = applied;
            this.notes = notes;
        }

        private String repository() {
            return "crash/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @TempDir
    private Path directory;

    private final Map<Point, Message> cards = new EnumMap<>(Point.class);
    private final List<Gate> gates = new ArrayList<>();
    private final FaultByRepository reads = new FaultByRepository();
    private final FaultByRepository writes = new FaultByRepository();
    private Optional<Outpost> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(Outpost::close);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasUnderWayWhenTheBotWasKilledIsSettledAtItsNextStart(Store store) {
        Outpost outpost = store.opened.apply(directory);
        opened = Optional.of(outpost);
        outpost.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, ALL, reads);
        outpost.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, ALL, writes);
        try (BotProcess bot = outpost.start()) {
            for (Point point : Point.values()) {
                outpost.ecr.addRepository(SeedRegistry.west(point.repository()), Map.of());
                cards.put(point, outpost.asks(point.repository()));
            }
            untold(outpost);
            held(outpost, Point.ON_ITS_WAY, gate -> writes.next(at(Point.ON_ITS_WAY), 1, lostAt(gate)));
            held(outpost, Point.UNANSWERED, gate -> writes.next(at(Point.UNANSWERED), 1, Fault.hold(gate, When.AFTER)));
            held(outpost, Point.APPROVED, gate -> reads.next(at(Point.APPROVED), 1, Fault.hold(gate, When.BEFORE)));
            held(outpost, Point.UNREAD, gate -> second(Point.UNREAD, Fault.hold(gate, When.BEFORE)));
            bot.kill();
        }
        letGo(outpost);
        granted(outpost, Point.UNANSWERED, Point.UNREAD, Point.UNTOLD);
        Deadline first = Deadline.in(LONGEST);
        try (BotProcess bot = outpost.start()) {
            truth(outpost, first, Point.ON_ITS_WAY, Point.UNANSWERED, Point.APPROVED, Point.UNREAD, Point.UNTOLD);
            report(store, first, 5);
            held(outpost, Point.REREAD, gate -> reads.next(at(Point.REREAD), 1, Fault.hold(gate, When.AFTER)));
            held(outpost, Point.READ_BACK, gate -> second(Point.READ_BACK, Fault.hold(gate, When.AFTER)));
            outpost.shows(cards.get(Point.READ_BACK), "applying");
            noteSent(outpost);
            cardSent(outpost);
            judged(outpost);
            bot.kill();
        }
        letGo(outpost);
        granted(
                outpost,
                Point.ON_ITS_WAY,
                Point.UNANSWERED,
                Point.APPROVED,
                Point.UNREAD,
                Point.UNTOLD,
                Point.READ_BACK,
                Point.CARD_SENT,
                Point.NOTE_SENT);
        Deadline second = Deadline.in(LONGEST);
        try (BotProcess bot = outpost.start()) {
            truth(outpost, second, Point.REREAD, Point.READ_BACK, Point.CARD_SENT, Point.NOTE_SENT);
            report(store, second, 4);
            outpost.shows(cards.get(Point.JUDGED), "Approve");
            outpost.approves(cards.get(Point.JUDGED));
            truth(outpost, Deadline.in(LONGEST), Point.values());
            assertThat(bot.runs()).isTrue();
        }
    }

    // From the moment the policy is written on, the card can't be edited: so the first try to say "Applied" is seen to
    // fail.
    private void untold(Outpost outpost) {
        writtenAndShown(
                outpost,
                Point.UNTOLD,
                () -> outpost.slack.faults().always("chat.update", dev.ecrbot.sandbox.slack.Fault.dropped()));
        outpost.slack.await(() -> outpost.slack.calls("chat.update").stream()
                .filter(call -> call.args().toString().contains("Applied"))
                .findFirst());
    }

    private void cardSent(Outpost outpost) {
        var held = dev.ecrbot.sandbox.slack.Fault.held();
        writtenAndShown(outpost, Point.CARD_SENT, () -> outpost.slack.faults().next("chat.update", 1, held));
        held.awaitArrival();
    }

    private void noteSent(Outpost outpost) {
        var held = dev.ecrbot.sandbox.slack.Fault.held();
        writtenAndShown(outpost, Point.NOTE_SENT, () -> outpost.slack.faults().next("chat.postMessage", 1, held));
        held.awaitArrival();
    }

    private void judged(Outpost outpost) {
        var held = dev.ecrbot.sandbox.slack.Fault.held();
        outpost.slack.faults().next("users.info", 1, held);
        outpost.approves(cards.get(Point.JUDGED));
        held.awaitArrival();
    }

    /** Has something done between the write and its answer, when the card says that it is being written. */
    private void writtenAndShown(Outpost outpost, Point point, Runnable then) {
        Gate written = new Gate();
        writes.next(at(point), 1, Fault.hold(written, When.AFTER));
        outpost.approves(cards.get(point));
        written.awaitArrival();
        outpost.shows(cards.get(point), "applying");
        then.run();
        written.release();
    }

    private void held(Outpost outpost, Point point, Consumer<Gate> fault) {
        Gate gate = new Gate();
        gates.add(gate);
        fault.accept(gate);
        outpost.approves(cards.get(point));
        gate.awaitArrival();
    }

    /** Lets the second of the next two readings meet the fault. */
    private void second(Point point, Fault fault) {
        reads.next(at(point), 1, new Fault() {});
        reads.next(at(point), 1, fault);
    }

    /** Whoever was held up has nobody left to answer to. */
    private void letGo(Outpost outpost) {
        gates.forEach(Gate::release);
        outpost.slack.faults().clear();
    }

    private static void granted(Outpost outpost, Point... points) {
        assertThat(Stream.of(Point.values()).filter(point -> outpost.granted(point.repository())))
                .containsExactlyInAnyOrder(points);
    }

    private void truth(Outpost outpost, Deadline by, Point... points) {
        for (Point point : points) {
            outpost.tellsTheTruth(point.repository(), cards.get(point), point.applied, point.notes, by);
        }
    }

    private static void report(Store store, Deadline by, int points) {
        System.out.printf(
                "CrashTest: %s, killed at %d points; all settled and told %d ms after the next start began%n",
                store, points, LONGEST.minus(by.left()).toMillis());
    }

    private static Repository at(Point point) {
        return SeedRegistry.west(point.repository());
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
