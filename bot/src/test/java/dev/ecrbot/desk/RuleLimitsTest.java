package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much one person may have under a rule that says so. */
final class RuleLimitsTest {
    private static final String RULES = """
              - name: few
                repositories: ["payments/*"]
                access: [pull]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
                limits: {pending_per_person: 1, grants_per_person: 2}
              - name: many
                repositories: ["*"]
                access: [pull]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
            """;
    private static final String PULL = "grant pull payments/api sales ci-deployer for 7d";

    private final DeskBench bench = new DeskBench(RULES);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void oneMoreThanMayWaitIsRefusedUnderThatRuleAlone() {
        bench.asks(DeskBench.RITA, PULL);
        assertThat(bench.refused(PULL.replace("ci-deployer", "role2-1")).code()).isEqualTo(Code.LIMIT_PENDING);
        bench.asks(DeskBench.BEN, PULL.replace("ci-deployer", "role2-1"));
        bench.asks(DeskBench.RITA, PULL.replace("payments/api", "web/frontend"));
    }

    @Test
    void oneMoreThanTheyMayHoldIsRefusedUntilOneHasEnded() {
        Request first = bench.applied(PULL);
        bench.applied(PULL.replace("ci-deployer", "role2-1"));
        String third = PULL.replace("ci-deployer", "nightly-build");
        assertThat(bench.refused(third).code()).isEqualTo(Code.LIMIT_GRANTS);
        assertThat(bench.asks(DeskBench.RITA, "extend " + first.id() + " for 30d")
                        .stage()
                        .state())
                .isEqualTo(RequestState.PENDING);
        assertThat(bench.asks(DeskBench.RITA, "revoke pull payments/api sales role2-1")
                        .stage()
                        .state())
                .isEqualTo(RequestState.PENDING);
        bench.types(DeskBench.RITA, "end " + first.id());
        bench.work();
        assertThat(bench.types(
                        DeskBench.RITA,
                        "cancel "
                                + bench.ledger
                                        .<Request>transact(books ->
                                                books.requests().pending(10).get(0))
                                        .id()))
                .isNotNull();
        bench.ledger
                .transact(books -> books.requests().pending(10))
                .forEach(request -> bench.types(DeskBench.RITA, "cancel " + request.id()));
        bench.asks(DeskBench.RITA, third);
    }

    @Test
    void whatWaitsCountsOnceItIsApprovedAndNoMoreIsApprovedThanTheyMayHold() {
        bench.applied(PULL.replace("ci-deployer", "role2-1"));
        Request others = bench.asks(DeskBench.BEN, PULL);
        Request first = bench.asks(DeskBench.RITA, PULL.replace("ci-deployer", "nightly-build"));
        bench.approves(DeskBench.AMIR, first);
        assertThat(bench.refused(PULL.replace("ci-deployer", "ecsInstanceRole")).code())
                .as("approved, and not written yet")
                .isEqualTo(Code.LIMIT_GRANTS);
        assertThat(bench.approves(DeskBench.AMIR, others)).as("somebody else's").isInstanceOf(Answer.Approved.class);
        bench.work();
        assertThat(bench.now(first).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void severalAtOnceCountOneByOne() {
        assertThat(bench.refused("grant pull payments/api sales ci-deployer,role2-1 for 7d")
                        .code())
                .isEqualTo(Code.LIMIT_PENDING);
    }

    @Test
    void whatFailedIsTriedAgainOnlyWhileTheyMayHoldOneMore() {
        Request failed = failed(PULL);
        bench.applied(PULL.replace("ci-deployer", "role2-1"));
        Request second = bench.applied(PULL.replace("ci-deployer", "nightly-build"));
        assertThat(triedAgain(failed))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(Code.LIMIT_GRANTS));

        bench.types(DeskBench.RITA, "end " + second.id());
        bench.work();
        assertThat(triedAgain(failed)).isInstanceOf(Answer.Filed.class);
        bench.work();
        assertThat(bench.policy("payments/api")).contains("ci-deployer").doesNotContain("nightly-build");
    }

    @Test
    void nobodyInheritsMoreThanTheyMayHoldOrHaveWaiting() {
        bench.applied(PULL.replace("ci-deployer", "role2-1"));
        bench.applied(PULL.replace("ci-deployer", "nightly-build"));
        Request bens = bench.asks(DeskBench.BEN, PULL);
        assertThat(bench.types(DeskBench.RITA, PULL)).isInstanceOf(Answer.WaitingAlready.class);
        assertThat(bench.types(DeskBench.BEN, "cancel " + bens.id()))
                .isEqualTo(new Answer.Cancelled(bench.now(bens), Optional.empty()));

        Request again = bench.asks(DeskBench.BEN, PULL);
        assertThat(bench.types(DeskBench.OLGA, PULL)).isInstanceOf(Answer.WaitingAlready.class);
        bench.asks(DeskBench.OLGA, PULL.replace("ci-deployer", "ecsInstanceRole"));
        assertThat(bench.types(DeskBench.BEN, "cancel " + again.id()))
                .as("one of hers waits already")
                .isEqualTo(new Answer.Cancelled(bench.now(again), Optional.empty()));
    }

    private Request failed(String line) {
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.deny());
        Request request = bench.approved(line);
        bench.work();
        assertThat(bench.now(request).mayBeTriedAgain()).isTrue();
        return bench.now(request);
    }

    private Answer triedAgain(Request failed) {
        return bench.staff()
                .desk()
                .wish(DeskBench.asker(DeskBench.RITA), failed.id().value(), Wish.TRY_AGAIN);
    }
}
