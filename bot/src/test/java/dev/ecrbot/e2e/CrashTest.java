package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.Thoroughness;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A bot's process is killed while requests are under way, each at another point between the click and the last word, which
 * is known by the call that is held up; started again, it settles every one of them.
 *
 * <p>A build has two kills on each database, each at several points at once; the profile {@code full} has a hundred on each.
 */
@Tag("process")
final class CrashTest {
    private static final int ALL = 100_000;
    private static final int KILLS =
            Integer.getInteger("kills", Thoroughness.ofThisRun().of(2, 100));
    // From the start of a process until all is settled and told. Ten seconds are promised, and shown by what is
    // printed;
    // where many other builds run, the start alone may take longer.
    private static final Duration LONGEST = LongestWait.TIME;

    enum Store {
        H2(
                Outpost::new,
                List.of(
                        List.of(Point.REREAD, Point.UNANSWERED, Point.READ_BACK),
                        List.of(Point.ON_ITS_WAY, Point.UNREAD, Point.CARD_SENT))),
        POSTGRES(
                Outpost::onPostgres,
                List.of(
                        List.of(Point.REREAD, Point.UNANSWERED, Point.READ_BACK),
                        List.of(Point.APPROVED, Point.NOTE_SENT, Point.JUDGED)));

        private final Function<Path, Outpost> opened;
        private final List<List<Point>> kills;

        Store(Function<Path, Outpost> opened, List<List<Point>> kills) {
            this.opened = opened;
            this.kills = kills;
        }

        /** Returns where the requests are that are under way at this kill. */
        private List<Point> at(int kill) {
            return kill < kills.size()
                    ? kills.get(kill)
                    : List.of(List.of(Point.values()).get(kill % Point.values().length));
        }
    }

    /** Where a request is caught. What meets Slack stands behind what doesn't, as its faults are there for every request. */
    enum Point {
        /** The policy is asked for again. */
        APPROVED(false, 1),
        /** The policy was read, and its answer doesn't come. */
        REREAD(false, 1),
        /** The write is on its way, and gets lost there: it is sent anew. */
        ON_ITS_WAY(false, 1),
        /** The write has taken effect, and its answer doesn't come. */
        UNANSWERED(true, 1),
        /** The policy is to be read back. */
        UNREAD(true, 1),
        /** The policy was read back, and its answer doesn't come. */
        READ_BACK(true, 1),
        /** The direct message is on its way, and will arrive. */
        NOTE_SENT(true, 2),
        /** The card is on its way. */
        CARD_SENT(true, 1),
        /** It is recorded as applied, and Slack doesn't take the card. */
        UNTOLD(true, 1),
        /** Slack is asked who clicked; nothing is recorded. */
        JUDGED(false, 1);

        private final boolean written;
        private final int notes;

        /**
         * @param written whether the policy is written by then
         * @param notes how often the requester may be told
         */
        Point(boolean written, int notes) {
            this.written = written;
            this.notes = notes;
        }
    }

    /** A request that is under way at a kill. */
    private record Caught(Point point, String repository, Message card) {}

    @TempDir
    private Path directory;

    private final FaultByRepository reads = new FaultByRepository();
    private final FaultByRepository writes = new FaultByRepository();
    private final List<Gate> gates = new ArrayList<>();
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
        BotProcess bot = outpost.start();
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                List<Caught> all = caught(outpost, store.at(kill), kill);
                bot.kill();
                letGo(outpost);
                all.forEach(
                        each -> assertThat(outpost.granted(each.repository())).isEqualTo(each.point().written));
                Deadline settled = Deadline.in(LONGEST);
                bot = outpost.start();
                all.forEach(each -> truth(outpost, each, settled));
                report(store, all, settled);
            }
            assertThat(bot.runs()).isTrue();
        } finally {
            bot.kill();
        }
    }

    private List<Caught> caught(Outpost outpost, List<Point> points, int kill) {
        List<Caught> all = points.stream()
                .map(point -> asked(outpost, point, "crash/" + point.name().toLowerCase(Locale.ROOT) + kill))
                .toList();
        all.forEach(each -> caught(outpost, each));
        return all;
    }

    private static Caught asked(Outpost outpost, Point point, String repository) {
        outpost.ecr.addRepository(SeedRegistry.west(repository), Map.of());
        return new Caught(point, repository, outpost.asks(repository));
    }

    /** Has it approved, and waits until it is where it is to be caught. */
    private void caught(Outpost outpost, Caught each) {
        Repository at = SeedRegistry.west(each.repository());
        switch (each.point()) {
            case APPROVED -> held(outpost, each, gate -> reads.next(at, 1, Fault.hold(gate, When.BEFORE)));
            case REREAD -> held(outpost, each, gate -> reads.next(at, 1, Fault.hold(gate, When.AFTER)));
            case ON_ITS_WAY -> held(outpost, each, gate -> writes.next(at, 1, lostAt(gate)));
            case UNANSWERED -> held(outpost, each, gate -> writes.next(at, 1, Fault.hold(gate, When.AFTER)));
            case UNREAD -> held(outpost, each, gate -> second(at, Fault.hold(gate, When.BEFORE)));
            case READ_BACK -> held(outpost, each, gate -> second(at, Fault.hold(gate, When.AFTER)));
            case NOTE_SENT -> sent(outpost, each, "chat.postMessage");
            case CARD_SENT -> sent(outpost, each, "chat.update");
            case UNTOLD -> untold(outpost, each);
            case JUDGED -> judged(outpost, each);
        }
    }

    private void held(Outpost outpost, Caught each, Consumer<Gate> fault) {
        Gate gate = new Gate();
        gates.add(gate);
        fault.accept(gate);
        outpost.approves(each.card());
        gate.awaitArrival();
        if (each.point().compareTo(Point.REREAD) > 0) {
            // Else what Slack is to be held up at may be this card, and not the one that is meant.
            outpost.shows(each.card(), "applying");
        }
    }

    /** Lets the second of the next two readings meet the fault. */
    private void second(Repository at, Fault fault) {
        reads.next(at, 1, new Fault() {});
        reads.next(at, 1, fault);
    }

    /** What is told once it is applied is on its way. */
    private void sent(Outpost outpost, Caught each, String call) {
        var held = dev.ecrbot.sandbox.slack.Fault.held();
        writtenAndShown(outpost, each, () -> outpost.slack.faults().next(call, 1, held));
        held.awaitArrival();
    }

    // From the moment the policy is written on, the card can't be edited: so the first try to say "Applied" is seen to
    // fail.
    private void untold(Outpost outpost, Caught each) {
        writtenAndShown(
                outpost,
                each,
                () -> outpost.slack.faults().always("chat.update", dev.ecrbot.sandbox.slack.Fault.dropped()));
        outpost.slack.await(() -> outpost.slack.calls("chat.update").stream()
                .map(call -> call.args().toString())
                .filter(args -> args.contains("Applied") && args.contains(each.repository()))
                .findFirst());
    }

    /** Has something done between the write and its answer, when the card says that it is being written. */
    private void writtenAndShown(Outpost outpost, Caught each, Runnable then) {
        Gate written = new Gate();
        writes.next(SeedRegistry.west(each.repository()), 1, Fault.hold(written, When.AFTER));
        outpost.approves(each.card());
        written.awaitArrival();
        outpost.shows(each.card(), "applying");
        then.run();
        written.release();
    }

    private static void judged(Outpost outpost, Caught each) {
        var held = dev.ecrbot.sandbox.slack.Fault.held();
        outpost.slack.faults().next("users.info", 1, held);
        outpost.approves(each.card());
        held.awaitArrival();
    }

    /** Whoever was held up has nobody left to answer to. */
    private void letGo(Outpost outpost) {
        gates.forEach(Gate::release);
        gates.clear();
        outpost.slack.faults().clear();
    }

    private static void truth(Outpost outpost, Caught each, Deadline by) {
        if (each.point() == Point.JUDGED) {
            // Nobody knows of the click, which is made again.
            outpost.shows(each.card(), "Approve");
            outpost.approves(each.card());
        }
        outpost.tellsTheTruth(each.repository(), each.card(), true, each.point().notes, by);
    }

    private static void report(Store store, List<Caught> all, Deadline by) {
        System.out.printf(
                "CrashTest: %s, killed at %s; all settled and told %d ms after the next start began%n",
                store,
                all.stream().map(Caught::point).toList(),
                LONGEST.minus(by.left()).toMillis());
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
