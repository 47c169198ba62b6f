package dev.ecrbot.desk.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long and how often it is looked for what became of a write, and what isn't taken for it. */
final class LookingForUnconfirmedWritesTest {
    private static final Repository API = SeedRegistry.west("payments/api");
    private static final String PULL = "grant pull payments/api sales ci-deployer";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatIsAskedAgainAndWrittenIsNobodysButTheSecondOnes() {
        Request lost = lost(bench.approved(PULL + " for 7d"));
        Request again = bench.applied(PULL + " for 7d");
        look(Duration.ofMinutes(10));
        assertThat(bench.now(lost).stage().state()).isEqualTo(RequestState.FAILED);
        bench.types(DeskBench.RITA, "end " + again.id());
        bench.work();
        assertThat(bench.policy("payments/api")).isEmpty();
    }

    @Test
    void whatArrivesBeforeItIsAskedAgainIsFoundBeforeAnythingIsWritten() {
        Request lost = lost(bench.approved(PULL + " for 7d"));
        Request again = bench.approved(PULL + " for 7d");
        arrives(lost);
        bench.work();
        assertThat(bench.now(lost).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.now(again).stage().problem().orElseThrow().code()).isEqualTo(Code.NOTHING_TO_CHANGE);
    }

    @Test
    void whatSomebodyElseGaveMeanwhileIsNotTakenForIt() {
        Request lost = lost(bench.approved(PULL));
        bench.ecr.setPolicy(API, """
                {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"Allow",
                "Principal":{"AWS":"arn:aws:iam::222222222222:role/ci-deployer"},
                "Action":["ecr:GetDownloadUrlForLayer","ecr:BatchGetImage","ecr:BatchCheckLayerAvailability"]}]}""");
        look(Duration.ofMinutes(10));
        assertThat(bench.now(lost).stage().state()).isEqualTo(RequestState.FAILED);
    }

    @Test
    void itIsLookedForLessAndLessAndForAnHour() {
        lost(bench.approved(PULL));
        int before = reads();
        for (int i = 0; i < 12 * 120; i++) {
            look(Duration.ofSeconds(5));
        }
        assertThat(reads() - before).isBetween(7, 9);
        assertThat(bench.ledger.<Integer>transact(
                        books -> books.writes().inDoubt().size()))
                .isZero();
    }

    @Test
    void whatCantBeReadIsLookedForUntilItCan() {
        Request grant = lost(bench.approved(PULL));
        arrives(grant);
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1_000, Fault.drop(Fault.When.BEFORE));
        for (int i = 0; i < 12 * 120; i++) {
            look(Duration.ofSeconds(5));
        }
        assertThat(bench.now(grant).stage().state()).isEqualTo(RequestState.FAILED);
        bench.ecr.traffic().clearFaults();
        look(Duration.ofHours(3));
        assertThat(bench.now(grant).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    private int reads() {
        return bench.ecr.traffic().calls(ApiOperation.GET_REPOSITORY_POLICY).size();
    }

    private void look(Duration after) {
        bench.clock.advance(after);
        bench.staff.due().rereading().look(50);
        bench.work();
    }

    /** Has the approved request's write get lost, so that it fails. */
    private Request lost(Request request) {
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.BEFORE));
        bench.ecr.traffic().fault(ApiOperation.DELETE_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.BEFORE));
        bench.work();
        bench.ecr.traffic().clearFaults();
        return request;
    }

    /** Has AWS take the lost write now. */
    private void arrives(Request request) {
        assertThat(bench.now(request).stage().problem().orElseThrow().code()).isEqualTo(Code.WRITE_NOT_TAKEN);
        RecordedWrite write = bench.ledger
                .<Optional<RecordedWrite>>transact(books -> books.writes().of(request.id()))
                .orElseThrow();
        bench.ecr.setPolicy(API, write.proposed());
    }
}
