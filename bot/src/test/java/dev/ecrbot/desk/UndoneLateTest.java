package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Undoing what time has passed over, or others have written beside; and what is told of it late. */
final class UndoneLateTest {
    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theStatementThatMeansNothingAnyMoreIsNotTakenForUndone() {
        Request grant = bench.done("grant pull payments/api sales ci-deployer for 2h");
        Request undo = bench.asks(DeskBench.BEN, "undo " + grant.id());
        ForeignPen.deny(
                bench.ecr,
                SeedRegistry.west("payments/api"),
                SeedRegistry.role(SeedRegistry.SALES, "nightly-build"),
                "by hand");
        bench.clock.advance(Duration.ofHours(3));

        bench.approves(DeskBench.AMIR, undo);
        bench.work();

        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.FAILED);
        assertThat(bench.now(undo).stage().problem()).map(Problem::code).contains(Code.POLICY_CHANGED);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);

        Sweep.once(bench.staff());
        bench.work();
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ENDED);
        assertThat(bench.policy("payments/api")).contains("by hand").doesNotContain("ci-deployer");
    }

    @Test
    void aDenyThatOthersPutBesideDoesntHideThatItTook() {
        Request grant = bench.applied("grant pull payments/api sales ci-deployer for 7d");
        Request revocation = bench.applied("revoke pull payments/api sales ci-deployer");
        Request undo = bench.approved("undo " + revocation.id());
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, new Fault() {
            @Override
            public void after(ApiCall call) {
                ForeignPen.deny(
                        bench.ecr,
                        SeedRegistry.west("payments/api"),
                        SeedRegistry.role(SeedRegistry.SALES, "ci-deployer"),
                        "by hand");
            }
        });
        bench.work();

        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(bench.mailbox.of(Message.GrantRestored.class))
                .singleElement()
                .satisfies(restored -> assertThat(restored.held().limited()).isTrue());
    }

    @Test
    void theEndThatWasUndoneBeforeItCouldBeToldIsntToldAnyMore() {
        Request grant = bench.applied("grant pull payments/api sales ci-deployer for 7d");
        Request revocation = bench.approved("revoke pull payments/api sales ci-deployer");
        bench.staff.applier().apply(revocation.id());
        bench.clock.advance(Duration.ofMillis(1));
        Answer answer = bench.types(DeskBench.RITA, "undo " + revocation.id());
        Request undo = ((Answer.Filed) answer).request();
        bench.approves(DeskBench.AMIR, undo);
        bench.work();

        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(bench.mailbox.of(Message.GrantRestored.class)).hasSize(1);
        assertThat(bench.mailbox.of(Message.GrantEnded.class)).isEmpty();
    }

    @Test
    void whatHasEndedAfterAllIsntToldToBeThereStill() {
        Request grant = bench.applied("grant pull payments/api sales ci-deployer for 7d");
        bench.ecr.traffic().fault(ApiOperation.DELETE_REPOSITORY_POLICY, 1, Fault.deny());
        bench.mailbox.trouble(
                message -> Optional.of(new Courier.Delivery.Later(Duration.ofMinutes(1), "Slack is down")));
        for (int i = 0; i < 2; i++) {
            bench.types(DeskBench.RITA, "end " + grant.id());
            bench.work();
        }
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ENDED);
        bench.mailbox.trouble(message -> Optional.empty());
        bench.clock.advance(Duration.ofMinutes(10));
        bench.deliver();

        assertThat(bench.mailbox.notes(grant.id()))
                .hasAtLeastOneElementOfType(GrantNote.EndedEarly.class)
                .doesNotHaveAnyElementsOfTypes(GrantNote.StillThere.class);
    }
}
