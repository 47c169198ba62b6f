package dev.ecrbot.desk.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ForeignPen;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What became of writes whose answers got lost. */
final class SettlingTest {
    private static final Repository API = SeedRegistry.west("payments/api");
    private static final String PULL = "grant pull payments/api sales ci-deployer";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatEndedBeforeAwsCouldBeReadAgainIsFoundAndTakenOut() {
        Request grant = bench.approved(PULL + " for 2h");
        answersGetLost(Fault.When.AFTER);
        bench.work();
        assertThat(bench.now(grant).stage().state()).isEqualTo(RequestState.APPLYING);
        ForeignPen.write(bench.ecr, API, true, "by hand");
        bench.clock.advance(Duration.ofHours(3));
        bench.ecr.traffic().clearFaults();

        bench.sweep();
        assertThat(bench.now(grant).stage().state()).isEqualTo(RequestState.APPLIED);
        bench.sweep();
        assertThat(bench.policy("payments/api")).contains("by hand").doesNotContain("ci-deployer");
        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.EXPIRED);
    }

    @Test
    void anExtensionWhoseNewEndHasPassedIsFoundAndTakenOut() {
        Request grant = bench.applied(PULL + " for 2h");
        Request extension = bench.approved("extend " + grant.id() + " for 3h");
        answersGetLost(Fault.When.AFTER);
        bench.work();
        ForeignPen.write(bench.ecr, API, true, "by hand");
        bench.clock.advance(Duration.ofHours(4));
        bench.ecr.traffic().clearFaults();

        bench.sweep();
        assertThat(bench.now(extension).stage().state()).isEqualTo(RequestState.APPLIED);
        bench.sweep();
        assertThat(bench.policy("payments/api")).contains("by hand").doesNotContain("ci-deployer");
        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.EXPIRED);
    }

    @Test
    void whatWasNotTakenFailsThoughItsEndHasPassed() {
        Request grant = bench.approved(PULL + " for 2h");
        answersGetLost(Fault.When.BEFORE);
        bench.work();
        bench.clock.advance(Duration.ofHours(3));
        bench.ecr.traffic().clearFaults();
        bench.sweep();
        assertThat(bench.now(grant).stage().problem().orElseThrow().code()).isEqualTo(Code.DURATION_MALFORMED);
    }

    @Test
    void whatOthersDenyByTheTimeItIsFoundIsToldWithIt() {
        Request grant = bench.approved(PULL + " for 7d");
        answersGetLost(Fault.When.AFTER);
        bench.work();
        othersDeny();
        bench.ecr.traffic().clearFaults();

        bench.sweep();

        assertThat(bench.mailbox.notes(grant.id()).stream()
                        .filter(Note.Granted.class::isInstance)
                        .map(Note.Granted.class::cast))
                .singleElement()
                .satisfies(granted -> assertThat(granted.held().limited()).isTrue());
        assertThat(bench.now(grant).revision().plan().warnings())
                .filteredOn(warning -> warning.kind() == Warning.Kind.DENY_PRESENT)
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).startsWith("GetDownloadUrlForLayer stays denied to "));
        // A reading that finds the same has nothing new to tell.
        bench.clock.advance(Duration.ofHours(2));
        bench.staff.due().rereading().look(10);
        bench.deliver();
        assertThat(bench.mailbox.notes(grant.id())).noneMatch(GrantNote.Hindered.class::isInstance);
    }

    @Test
    void whatOthersDenyOfAnExtensionIsToldWithIt() {
        Request grant = bench.applied(PULL + " for 2h");
        Request extension = bench.approved("extend " + grant.id() + " for 3h");
        answersGetLost(Fault.When.AFTER);
        bench.work();
        othersDeny();
        bench.ecr.traffic().clearFaults();

        bench.sweep();

        assertThat(bench.mailbox.notes(extension.id()).stream()
                        .filter(Note.Extended.class::isInstance)
                        .map(Note.Extended.class::cast))
                .singleElement()
                .satisfies(extended -> assertThat(extended.held().limited()).isTrue());
    }

    @Test
    void aRepositoryThatIsDeletedBeforeItCouldBeReadBackTakesTheRequestAlong() {
        Request grant = bench.approved(PULL);
        bench.ecr
                .traffic()
                .fault(ApiOperation.SET_REPOSITORY_POLICY, 1, afterwards(() -> bench.ecr.deleteRepository(API)));
        bench.work();

        assertThat(bench.now(grant).stage().problem().orElseThrow().code()).isEqualTo(Code.REPOSITORY_NOT_FOUND);
        assertThat(bench.mailbox.cardStates(grant.id())).endsWith(RequestState.FAILED);
        bench.clock.advance(Duration.ofHours(2));
        bench.staff.due().rereading().look(10);
        assertThat(bench.ledger.<Integer>transact(
                        books -> books.writes().inDoubt().size()))
                .isZero();
    }

    @Test
    void aRepositoryThatIsDeletedInTheMiddleOfAnEndingHasEndedIt() {
        Request grant = bench.applied(PULL + " for 2h");
        bench.clock.advance(Duration.ofHours(3));
        bench.ecr
                .traffic()
                .fault(ApiOperation.DELETE_REPOSITORY_POLICY, 1, afterwards(() -> bench.ecr.deleteRepository(API)));
        bench.sweep();

        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.REPOSITORY_DELETED);
    }

    @Test
    void aRoleThatIsDeletedRightAfterTheWriteIsNoOverwriting() {
        Request grant = bench.approved(PULL);
        bench.ecr
                .traffic()
                .fault(
                        ApiOperation.SET_REPOSITORY_POLICY,
                        1,
                        afterwards(() -> bench.ecr.iam().delete(SeedRegistry.role(SeedRegistry.SALES, "ci-deployer"))));
        bench.work();

        assertThat(bench.now(grant).stage().problem().orElseThrow().what())
                .contains("was deleted right after")
                .doesNotContain("somebody else");
    }

    @Test
    void whatCantBeReadForAnHourIsToldAndLookedForAllTheSame() {
        Request grant = bench.approved(PULL);
        answersGetLost(Fault.When.AFTER);
        bench.ecr.traffic().always(ApiOperation.GET_REPOSITORY_POLICY, Fault.drop(Fault.When.BEFORE));
        bench.work();
        bench.clock.advance(Duration.ofMinutes(59));
        bench.sweep();
        assertThat(bench.now(grant).stage().state()).isEqualTo(RequestState.APPLYING);
        bench.clock.advance(Duration.ofMinutes(2));
        bench.sweep();
        assertThat(bench.now(grant).stage().problem().orElseThrow().code()).isEqualTo(Code.OUTCOME_UNKNOWN);

        bench.clock.advance(Duration.ofHours(5));
        bench.staff.due().rereading().look(10);
        bench.ecr.traffic().clearFaults();
        bench.clock.advance(Duration.ofHours(12));
        bench.staff.due().rereading().look(10);
        bench.deliver();
        assertThat(bench.now(grant).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    private static Fault afterwards(Runnable what) {
        return new Fault() {
            @Override
            public void after(ApiCall call) {
                what.run();
            }
        };
    }

    private void othersDeny() {
        ForeignPen.deny(bench.ecr, API, "arn:aws:iam::222222222222:role/ci-deployer", "by hand");
    }

    /** One write's answer gets lost, and nothing can be read after it. */
    private void answersGetLost(Fault.When when) {
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(when));
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, new Fault() {});
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 20, Fault.drop(Fault.When.BEFORE));
    }
}
