package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Fault.When;
import dev.ecrbot.sandbox.ecr.FaultByRepository;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.store.OwnPostgres;
import dev.ecrbot.store.TestPostgres;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away in the middle of four applications, and comes back: the same process finishes them. */
@Tag("process")
final class FailOverTest {
    /** Where each of the four is meanwhile, one on each repository. */
    private static final List<String> POINTS = List.of("reread", "sent", "written", "read back");

    @TempDir
    private Path directory;

    @Test
    void everyConnectionIsEndedByTheServer() throws Exception {
        String url = TestPostgres.migratedDatabase();
        survives(url, bot -> TestPostgres.endConnections(url), () -> {});
    }

    @Test
    void theServerIsAwayForAWhile() throws Exception {
        try (var postgres = OwnPostgres.in(directory)) {
            survives(
                    postgres.url(),
                    bot -> {
                        postgres.stop();
                        unusable(bot);
                    },
                    postgres::start);
        }
    }

    @Test
    void theStoreOnlyReadsForAWhile() throws Exception {
        String url = TestPostgres.migratedDatabase();
        survives(
                url,
                bot -> {
                    TestPostgres.readOnly(url, true);
                    unusable(bot);
                },
                () -> TestPostgres.readOnly(url, false));
    }

    /** Waits until the bot says that it isn't ready, as it does to whatever runs it. */
    static void unusable(Replica bot) {
        while (bot.usable()) {
            Weather.pass(20);
        }
    }

    /**
     * @param failure happens while all four are held up
     * @param mended happens once they aren't any more
     */
    static void survives(String url, Consumer<Replica> failure, Runnable mended) throws InterruptedException {
        try (var world = World.on(url);
                var bot = new Replica(world, url, Fate.KIND).start();
                var crowd = new Crowd(world, POINTS.size())) {
            crowd.ask(POINTS.size(), List.of(bot));
            crowd.awaitQuiet(LongestWait.SECONDS);
            List<Gate> gates = POINTS.stream().map(point -> new Gate()).toList();
            hold(world, crowd.repositories(), gates);
            crowd.click(List.of(bot));
            gates.forEach(Gate::awaitArrival);

            failure.accept(bot);
            gates.forEach(Gate::release);
            mended.run();
            reconnected(world);
            long millis = crowd.awaitQuiet(LongestWait.SECONDS);

            System.out.println("FailOverTest: all settled and told after " + millis + " ms, " + crowd.states());
            assertThat(crowd.states()).isEqualTo(Map.of("APPLIED", POINTS.size()));
            assertThat(bot.usable()).isTrue();
            world.checkSaid(Instant.now());
            var journal = new Journal(world);
            crowd.requests().forEach(journal::check);
            crowd.requests().forEach(journal::checkShown);
            journal.checkTold();
            crowd.repositories().forEach(repository -> {
                new Traces(world, repository).check();
                assertThat(world.botChanges(repository)).hasSize(1);
            });
        }
    }

    /** The test's own connections have gone too. */
    static void reconnected(World world) {
        for (boolean there = false; !there; ) {
            try {
                there = world.untold() >= 0;
            } catch (ProblemException e) {
                Weather.pass(20);
            }
        }
    }

    private static void hold(World world, List<Repository> repositories, List<Gate> gates) {
        var reads = new FaultByRepository();
        var writes = new FaultByRepository();
        world.ecr().traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1_000, reads);
        world.ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1_000, writes);
        reads.next(repositories.get(0), 1, Fault.hold(gates.get(0), When.BEFORE));
        writes.next(repositories.get(1), 1, Fault.hold(gates.get(1), When.BEFORE));
        writes.next(repositories.get(2), 1, Fault.hold(gates.get(2), When.AFTER));
        reads.next(repositories.get(3), 1, new Fault() {});
        reads.next(repositories.get(3), 1, Fault.hold(gates.get(3), When.BEFORE));
    }
}
