package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process dies at each of its steps in turn, from the click to the last word: at each transaction, lock, read, write and
 * delivery, before it, after it, and before its commit. Whoever starts next finishes.
 *
 * <p>A build takes each plot's first step of every kind, and of the others some; the profile {@code full} takes all.
 */
final class CrashPointTest {
    private static final String ROLE = "arn:aws:iam::222222222222:role/ci-deployer";

    /** Where it happens. */
    enum Store {
        H2(World::inMemory, 7),
        POSTGRES(() -> World.on(TestPostgres.migratedDatabase()), 20);

        private final Supplier<World> world;
        private final int apart;

        Store(Supplier<World> world, int apart) {
            this.world = world;
            this.apart = Thoroughness.ofThisRun().of(apart, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrDoneTwice(Store store) {
        try (World world = store.world.get()) {
            int points = 0;
            for (Plot plot : Plot.values()) {
                points += pointsOf(plot, world, store.apart);
            }
            new Journal(world).checkTold();
            System.out.println("CrashPointTest: " + store + ", " + points + " crash points in " + Plot.values().length
                    + " plots, one run each and two of each plot without a crash");
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
                var whole = new Doom(Integer.MAX_VALUE);
                played(plot, world, whole, 0);
                List<String> steps = whole.steps();
                int written = steps.indexOf("after write") + 1;
                int intended = steps.subList(0, Math.max(0, written)).lastIndexOf("before commit") + 1;
                if (intended > 0) {
                    points++;
                    RequestId id = played(plot, world, new Doom(written, intended), -points);
                    assertThat(world.now(id).stage().state())
                            .as(plot + " without its intent")
                            .isEqualTo(RequestState.APPLIED);
                }
            }
            new Journal(world).checkTold();
            System.out.println("CrashPointTest: " + points + " crashes after a write whose intent was lost");
        }
    }

    /** Plays the plot with a crash at the first step of each kind and at others so far apart. Returns how many crashes. */
    private static int pointsOf(Plot plot, World world, int apart) {
        List<String> steps = played(plot, world, Integer.MAX_VALUE).steps();
        var kinds = new HashSet<String>();
        int points = 0;
        for (int point = 1; ; point++) {
            boolean after = point > steps.size();
            if (after || kinds.add(steps.get(point - 1)) || point % apart == 0) {
                if (!played(plot, world, point).struck()) {
                    return points;
                }
                points++;
            }
        }
    }

    private static Doom played(Plot plot, World world, int point) {
        var doom = new Doom(point);
        played(plot, world, doom, point);
        return doom;
    }

    /** Returns the request that it is about. */
    private static RequestId played(Plot plot, World world, Doom doom, int number) {
        String name = plot.name().toLowerCase(java.util.Locale.ROOT) + (number < 0 ? "-lost" + -number : number);
        Repository repository = world.repository("payments/" + name);
        RequestId id = plot.begin(world, new Life(world), repository);
        try {
            plot.play(world, new Life(world, doom), id);
        } catch (CrashError e) {
            recover(plot, world, id);
        }
        String as = plot + " with a crash at step " + doom.steps().size() + ", " + doom.step();
        try {
            check(plot, world, id, repository, doom.forgets());
        } catch (AssertionError e) {
            throw new AssertionError(as + ": " + world.events(id), e);
        }
        world.ecr().traffic().clearFaults();
        return id;
    }

    private static void recover(Plot plot, World world, RequestId id) {
        var next = new Life(world);
        next.untilQuiet();
        // A click that wasn't recorded decided nothing, and is made again.
        if (world.now(id).stage().state() == RequestState.PENDING) {
            plot.play(world, next, id);
            next.untilQuiet();
        }
    }

    private static void check(Plot plot, World world, RequestId id, Repository repository, boolean forgotten) {
        var journal = new Journal(world);
        journal.check(id);
        journal.checkShown(id);
        world.checkSaid();
        Request now = world.now(id);
        assertThat(now.stage().state()).isIn(plot.allowed());
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
