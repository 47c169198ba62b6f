package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which rule decides on an undo, and whom and what it lets in. */
final class UndoRulesTest {
    private static final String RULES = """
              - name: pulls
                repositories: ["payments/*"]
                access: [pull]
                to: [sales]
                requesters: [U0REQUESTER]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
                max_duration: 7d
                revoke: immediate
                reason: required
              - name: pushes
                repositories: ["payments/*"]
                access: [push, push-only]
                to: ["*"]
                requesters: [anyone]
                approvers: [S0OWNERS]
                channel: C0APPROVALS
            """;

    private final DeskBench bench = new DeskBench(RULES);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void takingAGrantBackNeedsAnApprovalEvenWhereRevocationsDont() {
        Request grant = bench.done("grant pull payments/api sales ci-deployer for 7d because build");
        assertThat(refusal(DeskBench.RITA, "undo " + grant.id()).code()).isEqualTo(Code.REASON_REQUIRED);
        assertThat(refusal(DeskBench.BEN, "undo " + grant.id() + " because typo")
                        .code())
                .isEqualTo(Code.REQUESTER_REFUSED);
        // As an approver he may revoke it at once, and that is another thing.
        assertThat(refusal(DeskBench.AMIR, "undo " + grant.id() + " because typo")
                        .code())
                .isEqualTo(Code.REQUESTER_REFUSED);
        Request undo = bench.asks(DeskBench.RITA, "undo " + grant.id() + " because typo");
        assertThat(undo.authority()).isEqualTo(Authority.APPROVAL);
        assertThat(undo.ask().orElseThrow().rule()).isEqualTo("pulls");
        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void givingBackIsDecidedByTheRuleThatGivesSuchAccessNow() {
        Request push = bench.asks(DeskBench.BEN, "grant push-only payments/api sales ci-deployer for 30d");
        bench.approves(DeskBench.OLGA, push);
        bench.work();
        // The rule for pulls comes first and decides on taking everything away, whoever gave it.
        Request revocation = bench.done("revoke all payments/api sales ci-deployer because over");
        assertThat(revocation.ask().orElseThrow().rule()).isEqualTo("pulls");
        Request undo = bench.asks(DeskBench.BEN, "undo " + revocation.id());
        assertThat(undo.ask().orElseThrow().rule()).isEqualTo("pushes");
        assertThat(((Answer.Refused) bench.approves(DeskBench.AMIR, undo))
                        .problem()
                        .code())
                .isEqualTo(Code.APPROVER_REFUSED);
        bench.approves(DeskBench.OLGA, undo);
        bench.work();
        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.grant(push).state()).isEqualTo(Grant.State.ACTIVE);
    }

    @Test
    void nothingIsGivenBackThatTheRuleWouldNotGiveNow() {
        assertThat(undoOfRevoking("sales ci-deployer", "ecr:BatchGetImage").code())
                .isEqualTo(Code.DURATION_TOO_LONG);
        assertThat(undoOfRevoking("sales ci-deployer", "ecr:DeleteRepository").text())
                .contains("would give ecr:DeleteRepository back");
        assertThat(undoOfRevoking("sales ci-deployer", "ecr:DescribeImages").code())
                .isEqualTo(Code.NO_RULE);
        assertThat(undoOfRevoking("444444444444", "ecr:BatchGetImage").code()).isEqualTo(Code.NO_RULE);
    }

    @Test
    void whatDifferentRulesDecideOnIsNotGivenBackAtOnce() {
        Request pull = bench.done("grant pull payments/api sales ci-deployer for 7d because build");
        Request push = bench.asks(DeskBench.BEN, "grant push-only payments/api sales ci-deployer for 30d");
        bench.approves(DeskBench.OLGA, push);
        bench.work();
        Request revocation = bench.done("revoke all payments/api sales ci-deployer because over");
        Problem problem = refusal(DeskBench.RITA, "undo " + revocation.id() + " because typo");
        assertThat(problem.code()).isEqualTo(Code.NO_RULE);
        assertThat(problem.text()).contains("pull and push-only back, and different rules decide");
        assertThat(bench.grant(pull).state()).isEqualTo(Grant.State.ENDED);
    }

    @Test
    void theEndIsHeldAgainstTheRuleAtTheClickToo() {
        Request grant = bench.done("grant pull payments/api sales ci-deployer for 7d because build");
        Request revocation = bench.done("revoke pull payments/api sales ci-deployer because over");
        Request undo = bench.asks(DeskBench.RITA, "undo " + revocation.id() + " because typo");
        bench.clock.advance(Duration.ofDays(8));
        assertThat(((Answer.Refused) bench.approves(DeskBench.AMIR, undo))
                        .problem()
                        .text())
                .contains("would have ended by now");
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ENDED);
    }

    private Problem undoOfRevoking(String whom, String action) {
        String principal = whom.startsWith("sales") ? "arn:aws:iam::222222222222:role/ci-deployer" : whom;
        bench.ecr.setPolicy(SeedRegistry.west("payments/worker"), """
                {"Version": "2008-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "%s"},
                  "Action": "%s"}]}""".formatted(principal, action));
        Request revocation = bench.done("revoke all payments/worker " + whom + " because over");
        assertThat(bench.policy("payments/worker")).isEmpty();
        return refusal(DeskBench.RITA, "undo " + revocation.id() + " because typo");
    }

    private Problem refusal(PersonId person, String text) {
        return ((Answer.Refused) bench.types(person, text)).problem();
    }
}
