package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Seed;
import dev.ecrbot.Thoroughness;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.store.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * From the click to the last word something goes wrong at one step, and somebody else may write the policy at another: the
 * process dies, or AWS fails in each of its ways. The steps are each transaction, lock, read, write and delivery: before it, after
 * it, and before its commit. Whoever goes on, or starts next, finishes.
 *
 * <p>A build has 500 such runs, spread evenly over all steps of all plots; the profile {@code full} has twenty times as many.
 */
@Tag("long")
final class CrashPointTest {
    private static final String ROLE = "arn:aws:iam::222222222222:role/ci-deployer";
    private static final int MORE = Thoroughness.ofThisRun().of(1, 20);

    /** Where it happens, and how often: kills with and without others, and each way in which AWS fails, likewise. */
    enum Store {
        H2(World::inMemory, 100, 60, 16),
        POSTGRES(() -> World.on(TestPostgres.migratedDatabase()), 60, 40, 11);

        private final Supplier<World> world;
        private final int kills;
        private final int killsBesideOthers;
        private final int failures;

        Store(Supplier<World> world, int kills, int killsBesideOthers, int failures) {
            this.world = world;
            this.kills = kills;
            this.killsBesideOthers = killsBesideOthers;
            this.failures = failures;
        }

        private int runs(Mishap.Kind kind, boolean beside) {
            return MORE * (kind != Mishap.Kind.KILLED ? failures : beside ? killsBesideOthers : kills);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrDoneTwice(Store store) {
        double start = new Random(Seed.ofThisRun()).nextDouble();
        var runs = new EnumMap<Mishap.Kind, Integer>(Mishap.Kind.class);
        for (Plot plot : Plot.values()) {
            // What is told is looked at after each run, all of it.
            try (World world = store.world.get()) {
                List<String> steps = whole(plot, world);
                for (Mishap.Kind kind : Mishap.Kind.values()) {
                    for (boolean beside : List.of(false, true)) {
                        for (int number = List.of(Plot.values()).indexOf(plot);
                                number < store.runs(kind, beside);
                                number += Plot.values().length) {
                            var mishap = Mishap.of(number, kind, beside, steps, start);
                            runs.merge(kind, played(plot, world, mishap, number) ? 1 : 0, Integer::sum);
                        }
                    }
                }
                new Journal(world).checkTold();
            }
        }
        System.out.println("CrashPointTest: " + store + ", runs with " + runs);
    }

    /** Whoever goes on can't tell whether the write was sent, since the policy isn't as it was. */
    @ParameterizedTest
    @EnumSource
    void othersWriteAsItDiesBeforeItsWrite(Plot plot) {
        try (World world = World.inMemory()) {
            int write = whole(plot, world).indexOf("before write") + 1;
            if (write > 0) {
                played(plot, world, new Mishap(Mishap.Kind.KILLED, write, 1, write), 0);
            }
            new Journal(world).checkTold();
        }
    }

    /**
     * The database answers a commit and loses it with the process, as H2 2.5.252 did when it was killed: what was to be written is
     * in the policy, and the store knows nothing of its intent.
     */
    @ParameterizedTest
    @EnumSource(names = "H2")
    void whatTheStoreForgotIsFoundInThePolicy(Store store) {
        try (World world = store.world.get()) {
            int points = 0;
            for (Plot plot : Plot.values()) {
                List<String> steps = whole(plot, world);
                int written = steps.indexOf("after write") + 1;
                int intended = steps.subList(0, Math.max(0, written)).lastIndexOf("before commit") + 1;
                if (intended > 0) {
                    points++;
                    RequestId id = played(
                            plot, world, repository -> new Doom(written, intended, Map.of()), "lost", Optional.empty());
                    assertThat(world.now(id).stage().state())
                            .as(plot + " without its intent")
                            .isEqualTo(RequestState.APPLIED);
                }
            }
            new Journal(world).checkTold();
            System.out.println("CrashPointTest: " + points + " crashes after a write whose intent was lost");
        }
    }

    /** Returns the steps of the plot when nothing goes wrong. */
    private static List<String> whole(Plot plot, World world) {
        var whole = new Doom(Integer.MAX_VALUE);
        played(plot, world, repository -> whole, "whole", Optional.empty());
        return whole.steps();
    }

    /** Returns false if it can't happen in this plot. */
    private static boolean played(Plot plot, World world, Mishap mishap, int number) {
        if (mishap.isPossible()) {
            String name = mishap.kind() + "-" + number + (mishap.others() > 0 ? "-beside" : "");
            played(plot, world, repository -> mishap.doom(world.ecr(), repository), name, Optional.of(mishap));
        }
        return mishap.isPossible();
    }

    /** Returns the request that it is about. */
    private static RequestId played(
            Plot plot, World world, Function<Repository, Doom> fate, String name, Optional<Mishap> mishap) {
        Repository repository = world.repository(
                "payments/" + (plot + "-" + name).toLowerCase(Locale.ROOT).replace('_', '-'));
        var watchman = new Watchman(world, List.of(repository), BenchConfig.patient(), world.clock());
        RequestId id = plot.begin(world, new Life(world), repository);
        Doom doom = fate.apply(repository);
        try {
            plot.play(world, new Life(world, doom), id);
        } catch (CrashError e) {
            recover(plot, world, id);
        }
        if (mishap.isPresent()) {
            recover(plot, world, id);
        }
        String as = plot + " with " + mishap.map(Mishap::toString).orElse(name) + ", the last step "
                + doom.steps().size() + ", " + doom.step();
        try {
            check(
                    plot,
                    world,
                    id,
                    repository,
                    mishap.map(each -> each.allowed(plot)).orElse(plot.allowed()),
                    doom.forgets());
            mishap.ifPresent(each -> checkOthers(world, repository, each, doom.steps()));
            // What the store has lost is recorded when it is found, and was somebody else's as far as anybody can know.
            if (!doom.forgets()) {
                checkAnnounced(world, repository, watchman);
            }
        } catch (AssertionError e) {
            throw new AssertionError(as + ": " + world.events(id), e);
        }
        world.ecr().traffic().clearFaults();
        return id;
    }

    /** What others wrote is there still, unless nobody could know of it. */
    private static void checkOthers(World world, Repository repository, Mishap mishap, List<String> steps) {
        world.checkRecorded(repository);
        if (mishap.others() > 0 && mishap.others() <= steps.size() && !mishap.overtakes(steps)) {
            assertThat(world.ecr().policy(repository).orElse("")).contains(Mishap.BY_OTHERS);
        }
    }

    /** What a channel is told of others is what others wrote. */
    private static void checkAnnounced(World world, Repository repository, Watchman watchman) {
        watchman.reads(repository);
        world.clock().advance(Duration.ofMinutes(1));
        watchman.tells();
        assertThat(world.witness().untrueAnswers())
                .as("what channels were told")
                .isEmpty();
    }

    private static void recover(Plot plot, World world, RequestId id) {
        var next = new Life(world);
        next.untilQuiet();
        // To set a policy and to delete it may fail twice each, and an end is put off for twice as long each time.
        for (int more = 0;
                more < 2 && plot == Plot.ENDED && world.grant(id).ended().isEmpty();
                more++) {
            next.untilQuiet();
        }
        // A click that wasn't recorded decided nothing, and is made again.
        if (world.now(id).stage().state() == RequestState.PENDING) {
            plot.play(world, next, id);
            next.untilQuiet();
        }
    }

    private static void check(
            Plot plot, World world, RequestId id, Repository repository, Set<RequestState> allowed, boolean forgotten) {
        var journal = new Journal(world);
        journal.check(id);
        journal.checkShown(id);
        world.checkSaid();
        Request now = world.now(id);
        assertThat(now.stage().state()).isIn(allowed);
        assertThat(world.untold()).isZero();
        assertThat(world.botChanges(repository)).hasSizeBetween(plot.writesBefore(), plot.writesBefore() + 1);
        boolean took = now.stage().state() == RequestState.APPLIED;
        boolean taking =
                plot == Plot.REVOKED || plot == Plot.REVOKED_AT_ONCE || plot == Plot.ENDED || plot == Plot.UNDONE;
        if (plot == Plot.EXTENDED) {
            extended(world, now, took);
        } else if (took || !taking) {
            assertThat(world.ecr().policy(repository).orElse("").contains(ROLE)).isEqualTo(took != taking);
        }
        if (plot == Plot.UNDONE || plot == Plot.GIVEN_BACK) {
            undone(world, now, took);
        }
        if (plot == Plot.ENDED) {
            Grant grant = world.grant(id);
            // By whose doing it isn't in the policy any more is what a store doesn't know that lost its intent.
            assertThat(grant.ended().orElseThrow().reason())
                    .isEqualTo(forgotten ? Grant.Reason.FOUND_MISSING : Grant.Reason.EXPIRED);
            assertThat(journal.told(id)).hasAtLeastOneElementOfType(Message.GrantEnded.class);
        }
        atMostOneTwice(journal.told(id));
    }

    private static void undone(World world, Request now, boolean took) {
        RequestId undone = now.change().undoes().orElseThrow();
        boolean given = now.change().grant().isPresent();
        Grant grant = given
                ? world.grant(undone)
                : world.ledger()
                        .transact(books -> books
                                .grants()
                                .standing(now.change().target().holder())
                                .stream()
                                .findFirst()
                                .or(() ->
                                        books.grants().endedBy(undone).stream().findFirst()))
                        .orElseThrow();
        assertThat(grant.state()).isEqualTo(took == given ? Grant.State.ENDED : Grant.State.ACTIVE);
        assertThat(world.events(undone))
                .filteredOn(event -> event.kind() == EventKind.UNDONE)
                .hasSize(took ? 1 : 0);
        assertThat(world.events(grant.id().request()))
                .filteredOn(event -> event.kind() == EventKind.GRANT_RESTORED)
                .hasSize(took && !given ? 1 : 0);
    }

    private static void extended(World world, Request now, boolean took) {
        Edit.Extend extend = (Edit.Extend) now.change().edit();
        Grant grant = world.grant(now.change().extended().orElseThrow().request());
        Optional<Instant> end = took ? extend.until() : Optional.of(extend.from());
        assertThat(grant.state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(grant.until()).isEqualTo(end);
        assertThat(world.ecr().policy((Repository) now.change().target()).orElse(""))
                .contains(ROLE, end.orElseThrow().toString());
    }

    // Slack offers no way to know whether a message arrived whose sender died before it noted that it did.
    private static void atMostOneTwice(List<Message> told) {
        assertThat(told.size() - told.stream().distinct().count()).isLessThanOrEqualTo(1);
    }
}
