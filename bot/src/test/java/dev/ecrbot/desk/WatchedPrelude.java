package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * How the life of a watched policy begins. What draws at random would come by too seldom: what is told while a write of the bot's own
 * is in doubt, or soon after one.
 */
final class WatchedPrelude {
    static final List<String> ROLES = List.of("ci-deployer", "role2-1", "role2-2", "nightly-build");

    private final World world;
    private final Life life;
    private final Repository repository;
    private final Watchman watchman;
    private final HandEdits others;

    WatchedPrelude(World world, Life life, Repository repository, Watchman watchman, HandEdits others) {
        this.world = world;
        this.life = life;
        this.repository = repository;
        this.watchman = watchman;
        this.others = others;
    }

    void play(Random random) {
        switch (random.nextInt(6)) {
            case 0 -> inDoubt(random);
            case 1 -> besideALostAnswer();
            case 2 -> rightAfterAReading();
            case 3 -> wipes();
            case 4 -> doneByOthers();
            default -> arrivesLate(random);
        }
    }

    /** AWS has taken it, and can't be read: the write is under way when its effect is read for the index, be it with others' beside. */
    private void inDoubt(Random random) {
        RequestId id = approved(ROLES.get(0));
        world.ecr().traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, new Fault() {});
        world.ecr().traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 60, Fault.drop(Fault.When.BEFORE));
        applied(id);
        passes(Duration.ofMinutes(1));
        if (random.nextBoolean()) {
            others.write(true);
            passes(Duration.ofMinutes(1));
        }
        watchman.reads(repository);
        passes(Duration.ofMinutes(1));
    }

    /** Others write before its effect is found beside theirs. */
    private void besideALostAnswer() {
        RequestId id = approved(ROLES.get(1));
        world.ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, new Fault() {
            @Override
            public void after(ApiCall call) {
                others.write(true);
            }
        });
        applied(id);
        passes(Duration.ofMinutes(1));
        watchman.reads(repository);
        passes(Duration.ofMinutes(1));
    }

    private void rightAfterAReading() {
        watchman.reads(repository);
        passes(Duration.ofSeconds(3));
        applied(approved(ROLES.get(2)));
        passes(Duration.ofMinutes(1));
        others.write(true);
        passes(Duration.ofMinutes(1));
        watchman.reads(repository);
        passes(Duration.ofMinutes(1));
    }

    /** Others write, and are read for the index, after the bot has read what it plans its write on. */
    private void wipes() {
        RequestId id = approved(ROLES.get(0));
        world.ecr().traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, new Fault() {
            @Override
            public void after(ApiCall call) {
                passes(Duration.ofMillis(1));
                others.write(true);
                passes(Duration.ofMillis(1));
                watchman.reads(repository);
                // So late that the reading can't have come after the write.
                passes(Duration.ofSeconds(25));
            }
        });
        applied(id);
        passes(Duration.ofMinutes(1));
        watchman.reads(repository);
        passes(Duration.ofMinutes(1));
    }

    /** What never arrives is done by others meanwhile, so that its effect is found. */
    private void doneByOthers() {
        applied(approved(ROLES.get(0)));
        passes(Duration.ofMinutes(1));
        watchman.reads(repository);
        passes(Duration.ofMinutes(1));
        RequestId id = life.asks(DeskBench.RITA, "revoke all " + repository.name() + " sales " + ROLES.get(0));
        life.approves(DeskBench.AMIR, world.now(id));
        Fault lost = Fault.drop(Fault.When.BEFORE);
        var othersFirst = new Fault() {
            @Override
            public void before(ApiCall call) {
                others.write(false);
                lost.before(call);
            }
        };
        world.ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, othersFirst);
        world.ecr().traffic().fault(ApiOperation.DELETE_REPOSITORY_POLICY, 1, othersFirst);
        applied(id);
        passes(Duration.ofMinutes(1));
        watchman.reads(repository);
        passes(Duration.ofMinutes(1));
    }

    /** Its request has failed, and what it was to do is in the policy all the same, be it once nobody looks for it any more. */
    private void arrivesLate(Random random) {
        RequestId id = approved(ROLES.get(3));
        world.ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.BEFORE));
        applied(id);
        Request failed = world.now(id);
        RecordedWrite late = world.ledger()
                .<Optional<RecordedWrite>>transact(books -> books.writes().of(id))
                .orElseThrow();
        passes(Duration.ofMinutes(1));
        if (random.nextBoolean()) {
            passes(Duration.ofMinutes(50));
            watchman.reads(repository);
            passes(Duration.ofMinutes(10));
            life.sweepAndRead();
        }
        var bot = new ModelPolicies(world.ecr());
        bot.read(repository);
        bot.write(
                repository,
                OwnWriteChain.document(late.proposed()),
                failed.change().edit().principal(),
                OnBehalf.of(failed));
        passes(Duration.ofMinutes(1));
        watchman.reads(repository);
        passes(Duration.ofMinutes(1));
    }

    private RequestId approved(String role) {
        RequestId id = life.asks(DeskBench.RITA, "grant pull " + repository.name() + " sales " + role);
        life.approves(DeskBench.AMIR, world.now(id));
        return id;
    }

    private void applied(RequestId id) {
        life.applyNext();
        world.ecr().traffic().clearFaults();
        assertThat(world.now(id).stage().state()).isNotEqualTo(RequestState.PENDING);
    }

    private void passes(Duration time) {
        world.clock().advance(time);
    }
}
