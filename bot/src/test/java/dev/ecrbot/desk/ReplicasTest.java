package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Seed;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.SendingLimits;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.store.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two bots on one database, with AWS on a bad day and others editing the same policies. {@code -Dreplicas.seed} repeats a
 * run's faults and edits; how the threads come to lie, nothing repeats.
 */
@Tag("long")
final class ReplicasTest {
    private static final long SEED = Long.getLong("replicas.seed", Seed.ofThisRun());
    private static final int ROUNDS = 3;
    private static final int LONGEST = 240;
    // Less than anybody would wait for a lock that nobody gives free.
    private static final int NO_LEASE = 30;

    @Test
    void sixtyRequestsClickedFromBothSides() throws InterruptedException {
        clickedFromBothSides(60, 6);
    }

    @Test
    @Tag("full")
    void aThousandRequestsClickedFromBothSides() throws InterruptedException {
        clickedFromBothSides(1000, 50);
    }

    private static void clickedFromBothSides(int number, int repositories) throws InterruptedException {
        var random = new Random(SEED);
        String url = TestPostgres.migratedDatabase();
        try (var world = World.on(url);
                var one = new Replica(world, url, Fate.KIND).start();
                var other = new Replica(world, url, Fate.KIND).start();
                var crowd = new Crowd(world, repositories)) {
            List<Replica> both = List.of(one, other);
            crowd.ask(number, both);
            crowd.awaitQuiet(LONGEST);
            Weather.over(world.ecr(), random, 6 * number);
            world.witness().untimed();
            var watchman = new Watchman(world, crowd.repositories(), BenchConfig.patient(), Clock.systemUTC());
            try (var others = new ForeignWriter(world.ecr(), crowd.repositories(), random)) {
                for (int round = 0; round < ROUNDS; round++) {
                    crowd.click(both);
                    crowd.awaitQuiet(LONGEST);
                    crowd.repositories().forEach(watchman::reads);
                }
                System.out.println("ReplicasTest: -Dreplicas.seed=" + SEED + ", " + number + " requests, " + others
                        + ", " + crowd.states());
            }
            watchman.tellsAfter(Duration.ofMinutes(2));
            System.out.println(
                    "ReplicasTest: " + world.witness().deedsChecked() + " times that others did something were told");
            var journal = new Journal(world);
            journal.checkTold();
            crowd.requests().forEach(journal::check);
            crowd.requests().forEach(journal::checkShown);
            // Their clock isn't the local ECR's, so moments can't be compared.
            world.witness().forgetMoments();
            crowd.repositories().forEach(repository -> new Traces(world, repository).check());
            lossesAreToldOnAsking(world, one, crowd);
            lossesAreToldUnasked(world, crowd);
        } catch (AssertionError e) {
            throw new AssertionError("-Dreplicas.seed=" + SEED, e);
        }
    }

    /** What others took out again is missed, by whoever asks how things stand. */
    private static void lossesAreToldOnAsking(World world, Replica replica, Crowd crowd) {
        world.ecr().traffic().clearFaults();
        crowd.requests().stream()
                .map(world::now)
                .filter(now -> now.stage().state() == RequestState.APPLIED)
                .forEach(now -> {
                    var target = now.change().target();
                    String principal = now.change().edit().principal().text();
                    boolean there = LiveAccess.of(world.ecr().policy((Repository) target)).ours().stream()
                            .anyMatch(mode -> mode.principal().equals(principal));
                    var status = (Answer.Status) replica.types(DeskBench.BEN, "status " + target.text());
                    assertThat(status.notes().stream()
                                    .anyMatch(note -> note.contains(now.id().value())))
                            .isNotEqualTo(there);
                });
    }

    /** Two hours later the policies have been read again: the holder and the thread are told of each loss once. */
    private static void lossesAreToldUnasked(World world, Crowd crowd) {
        var clock = new SettableClock(Instant.now().plus(Duration.ofHours(2)));
        var later = DeskAssembly.of(
                world.ports(world.ledger()),
                new DeskAssembly.Engine(new Heard(id -> {}), clock::advance, code -> {}, SendingLimits.NONE),
                BenchConfig.patient(),
                clock);
        for (int readings = 0; readings < 2; readings++) {
            while (later.due().rereading().look(crowd.repositories().size()) > 0) {
                clock.advance(Duration.ofMillis(1));
            }
            world.witness().swept(clock.instant());
            clock.advance(Duration.ofMinutes(1));
        }
        later.postman().deliverDue();
        world.checkSaid(clock.instant());
        int lost = 0;
        for (Request now : crowd.requests().stream().map(world::now).toList()) {
            if (now.stage().state() == RequestState.APPLIED) {
                String principal = now.change().edit().principal().text();
                boolean there = LiveAccess.of(
                                world.ecr().policy((Repository) now.change().target()))
                        .ours()
                        .stream()
                        .anyMatch(mode -> mode.principal().equals(principal));
                lost += there ? 0 : 1;
                assertThat(world.grant(now.id()).ended().map(Grant.End::reason))
                        .as(now.id() + " is there: " + there)
                        .isEqualTo(there ? Optional.empty() : Optional.of(Grant.Reason.FOUND_MISSING));
                assertThat(world.mailbox().notes(now.id()))
                        .filteredOn(GrantNote.Missing.class::isInstance)
                        .hasSize(there ? 0 : 1);
                assertThat(world.mailbox().of(Message.GrantEnded.class))
                        .filteredOn(told -> told.request().id().equals(now.id()))
                        .hasSize(there ? 0 : 1);
            }
        }
        System.out.println("ReplicasTest: " + lost + " grants that others took out, each told unasked");
    }

    @Test
    void whatADeadOneLeavesTheOtherFinishes() throws InterruptedException {
        String url = TestPostgres.migratedDatabase();
        var dead = new AtomicBoolean();
        Fate fate = step -> {
            if (dead.get()) {
                throw new CrashError(step);
            }
        };
        try (var world = World.on(url);
                var living = new Replica(world, url, Fate.KIND);
                var dying = new Replica(world, url + "&ApplicationName=dying", fate).start();
                var crowd = new Crowd(world, 3)) {
            crowd.ask(12, List.of(dying));
            crowd.awaitQuiet(LONGEST);
            var writing = new Gate();
            world.ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 2, new Fault() {});
            world.ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.hold(writing, Fault.When.AFTER));
            living.start();
            crowd.click(List.of(dying));
            writing.awaitArrival();
            dead.set(true);
            TestPostgres.administer("DO $$ BEGIN IF (SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE application_name = 'dying') = 0 THEN RAISE 'nobody there'; END IF; END $$");

            long millis = crowd.awaitQuiet(NO_LEASE);

            writing.release();
            System.out.println("ReplicasTest: after a death the other took " + millis + " ms, " + crowd.states());
            var journal = new Journal(world);
            crowd.requests().forEach(journal::check);
            crowd.requests().forEach(journal::checkShown);
            crowd.repositories().forEach(repository -> new Traces(world, repository).check());
            assertThat(crowd.states().keySet()).isSubsetOf("APPLIED", "FAILED WRITE_NOT_TAKEN");
        }
    }
}
