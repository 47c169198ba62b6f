package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.Thoroughness;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.FaultByRepository;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of the bot on one PostgreSQL: one is stopped in its tracks again and again, each time while it holds a policy's
 * lock, and one is killed in the end.
 *
 * <p>A build has one such stop, the profile {@code full} has fifty.
 */
@Tag("process")
final class TwoProcessesTest {
    private static final int ALL = 100_000;
    private static final int STOPS =
            Integer.getInteger("stops", Thoroughness.ofThisRun().of(1, 50));
    private static final int REQUESTS = 6;
    // As many as one process applies at once.
    private static final int HELD = 4;

    /** What the holder of the lock waits for when it is stopped. */
    private enum Point {
        UNANSWERED,
        REREAD,
        ON_ITS_WAY,
        READ_BACK
    }

    @TempDir
    private Path directory;

    private final FaultByRepository reads = new FaultByRepository();
    private final FaultByRepository writes = new FaultByRepository();
    private Optional<Outpost> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(Outpost::close);
    }

    @Test
    void oneFinishesWhatTheOtherLeavesAndNeverWhatItHasInHand() {
        var outpost = Outpost.onPostgres(directory);
        opened = Optional.of(outpost);
        Outpost.Side first = outpost.first();
        Outpost.Side second = outpost.another();
        outpost.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, ALL, reads);
        outpost.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, ALL, writes);
        try (BotProcess one = first.startUnready();
                BotProcess other = second.start()) {
            one.awaitReady(first.opsPort());
            for (int stop = 0; stop < STOPS; stop++) {
                boolean even = stop % 2 == 0;
                stopped(outpost, stop, new Sides(even ? first : second, even ? one : other, even ? second : first));
            }
            killed(outpost, new Sides(first, one, second));
            assertThat(other.runs()).isTrue();
        }
    }

    /** Where the process is that something happens to, and where the other is. */
    private record Sides(Outpost.Side here, BotProcess process, Outpost.Side there) {}

    /** While one is stopped that has the lock, the other does all that is asked for but what the lock is for. */
    private void stopped(Outpost outpost, int stop, Sides sides) {
        Point point = Point.values()[stop % Point.values().length];
        String repository = repository(outpost, "stopped/r" + stop);
        String meanwhile = repository(outpost, "meanwhile/r" + stop);
        sides.here().isTold();
        Message card = outpost.asks(repository);
        Gate gate = new Gate();
        meets(SeedRegistry.west(repository), point, gate);
        outpost.approves(card);
        gate.awaitArrival();
        outpost.awaitLockHeld();

        sides.process().pause();
        long before = System.nanoTime();
        gate.release();
        sides.there().isTold();
        outpost.approvesAgain(card);
        Message other = outpost.asks(meanwhile);
        outpost.approves(other);
        outpost.tellsTheTruth(meanwhile, other, true);
        outpost.awaitLockWait();
        long stopped = System.nanoTime();
        sides.process().resume();

        outpost.tellsTheTruth(repository, card, true);
        System.out.printf(
                "TwoProcessesTest: stopped for %d ms with the lock at %s; all settled and told %d ms later%n",
                (stopped - before) / 1_000_000, point, (System.nanoTime() - stopped) / 1_000_000);
    }

    // Others read the policy, too, the crawl for instance: what reads it under the lock is held up with them.
    private void meets(Repository at, Point point, Gate gate) {
        switch (point) {
            case UNANSWERED -> writes.next(at, 1, Fault.hold(gate, Fault.When.AFTER));
            case REREAD -> reads.next(at, ALL, Fault.hold(gate, Fault.When.AFTER));
            case ON_ITS_WAY -> writes.next(at, 1, Fault.hold(gate, Fault.When.BEFORE));
            case READ_BACK -> writes.next(at, 1, readsAreHeldFromNow(at, gate));
        }
    }

    private Fault readsAreHeldFromNow(Repository at, Gate gate) {
        return new Fault() {
            @Override
            public void after(ApiCall call) {
                reads.next(at, ALL, Fault.hold(gate, Fault.When.AFTER));
            }
        };
    }

    private void killed(Outpost outpost, Sides sides) {
        List<Gate> gates = IntStream.range(0, HELD).mapToObj(i -> new Gate()).toList();
        Map<String, Message> cards = asks(outpost);
        List<String> repositories = List.copyOf(cards.keySet());
        for (int i = 0; i < HELD; i++) {
            writes.next(SeedRegistry.west(repositories.get(i)), 1, Fault.hold(gates.get(i), Fault.When.AFTER));
        }

        cards.forEach((repository, card) -> {
            sides.here().isTold();
            outpost.approves(card);
            sides.there().isTold();
            outpost.approvesAgain(card);
        });
        gates.forEach(Gate::awaitArrival);
        sides.process().kill();
        long killed = System.nanoTime();
        gates.forEach(Gate::release);

        // What wasn't held up may have been on its way to its requester as the process died.
        cards.forEach((repository, card) -> outpost.tellsTheTruth(
                repository,
                card,
                true,
                repositories.indexOf(repository) < HELD ? 1 : 2,
                Deadline.in(LongestWait.TIME)));
        System.out.printf(
                "TwoProcessesTest: %d requests, %d being written when one process was killed; all settled and told "
                        + "%d ms later%n",
                REQUESTS, HELD, (System.nanoTime() - killed) / 1_000_000);
    }

    private static Map<String, Message> asks(Outpost outpost) {
        Map<String, Message> cards = new LinkedHashMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            String repository = repository(outpost, "both/r" + i);
            cards.put(repository, outpost.asks(repository));
        }
        return cards;
    }

    private static String repository(Outpost outpost, String name) {
        outpost.ecr.addRepository(SeedRegistry.west(name), Map.of());
        return name;
    }
}
