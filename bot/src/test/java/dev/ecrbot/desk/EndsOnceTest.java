package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A grant ends once, for one reason, whoever comes to end it at the same time. */
final class EndsOnceTest {
    private final World world = World.inMemory();
    private final Life life = new Life(world);
    private final Repository repository = world.repository("payments/ends");
    private RequestId granted = new RequestId("req-00000000");

    @BeforeEach
    void grant() {
        granted = life.asks(DeskBench.RITA, "grant pull payments/ends sales ci-deployer for 2h");
        life.approves(DeskBench.AMIR, world.now(granted));
        life.work();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aRevocationWhileItsEndIsUnderWay() {
        RequestId revoked = life.asks(DeskBench.RITA, "revoke pull payments/ends sales ci-deployer");
        world.clock().advance(Duration.ofHours(3));
        life.approves(DeskBench.AMIR, world.now(revoked));
        life.sweep();
        life.work();

        endedOnce(Grant.Reason.REVOKED);
    }

    @Test
    void twoSweepersOfWhichOneIsSlow() {
        world.clock().advance(Duration.ofHours(3));
        afterItsFirstRead(life).sweep();
        life.untilQuiet();

        endedOnce(Grant.Reason.EXPIRED);
    }

    @Test
    void twoSweepersThatFindItMissing() {
        world.ecr().deletePolicy(repository);
        world.clock().advance(Duration.ofHours(3));
        afterItsFirstRead(life).sweep();
        life.untilQuiet();

        endedOnce(Grant.Reason.FOUND_MISSING);
    }

    @Test
    void aRoleThatWasDeletedBeforeItsTimeIsNobodysTakingOut() {
        world.ecr().iam().delete(SeedRegistry.role(SeedRegistry.SALES, "ci-deployer"));
        world.clock().advance(Duration.ofHours(3));
        life.untilQuiet();

        endedOnce(Grant.Reason.PRINCIPAL_DELETED);
    }

    @Test
    void aRepositoryThatWasDeletedBeforeItsTimeIsNobodysTakingOut() {
        world.ecr().deleteRepository(repository);
        world.clock().advance(Duration.ofHours(3));
        life.untilQuiet();

        assertThat(world.grant(granted).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.REPOSITORY_DELETED);
        assertThat(world.mailbox().of(Message.GrantEnded.class)).hasSize(1);
    }

    /** Its policy shows nothing of it any more, and no record says why. */
    @Test
    void aPersonWhoEndsItWhileTheWriteThatTookItOutIsUnrecorded() {
        var dying = new Life(world, step -> {
            if (step.equals("after write")) {
                throw new CrashError(step);
            }
        });
        dying.types(DeskBench.RITA, "end " + granted);
        assertThatThrownBy(dying::work).isInstanceOf(CrashError.class);

        assertThat(new Life(world).types(DeskBench.RITA, "end " + granted)).isInstanceOf(Answer.Ending.class);
        life.untilQuiet();

        endedOnce(Grant.Reason.ENDED_EARLY);
    }

    /** Returns a life that is overtaken by another one once it has read a policy. */
    private Life afterItsFirstRead(Life other) {
        var read = new AtomicBoolean();
        return new Life(world, step -> {
            if (step.equals("after read") && read.compareAndSet(false, true)) {
                other.sweep();
                other.work();
            }
        });
    }

    private void endedOnce(Grant.Reason reason) {
        new Journal(world).check(granted);
        assertThat(world.grant(granted).ended().orElseThrow().reason()).isEqualTo(reason);
        assertThat(world.events(granted))
                .extracting(Event::kind)
                .filteredOn(EventKind.GRANT_ENDED::equals)
                .hasSize(1);
        assertThat(world.mailbox().of(Message.GrantEnded.class)).hasSize(1);
        assertThat(world.botChanges(repository)).hasSizeLessThanOrEqualTo(2);
    }
}
