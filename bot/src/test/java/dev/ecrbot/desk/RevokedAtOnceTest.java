package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several revocations asked for at once are decided on once, and each then goes on by itself. */
final class RevokedAtOnceTest {
    private static final String ALL =
            "revoke all payments/api,payments/worker sales ci-deployer,nightly-build because clean-up";
    private static final String FOREIGN = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Theirs", "Effect": "Allow",
              "Principal": {"AWS": ["arn:aws:iam::222222222222:role/ci-deployer",
                "arn:aws:iam::222222222222:role/nightly-build"]}, "Action": ["ecr:BatchGetImage"]}]}""";

    private DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void oneCardOneDecisionAndEachIsToldByItself() {
        given();
        int cards = bench.mailbox.of(BundleCard.class).size();
        List<Request> all = asked(ALL);
        assertThat(all).hasSize(4);
        assertThat(bench.mailbox.of(BundleCard.class)).hasSize(cards + 1);

        assertThat(bench.approves(DeskBench.AMIR, all.get(0))).isInstanceOf(Answer.Approved.class);
        bench.work();

        assertThat(all).allSatisfy(each -> {
            assertThat(bench.now(each).stage().state()).isEqualTo(RequestState.APPLIED);
            assertThat(bench.mailbox.notes(each.id())).anyMatch(Note.Revoked.class::isInstance);
            assertThat(cards(each))
                    .last()
                    .satisfies(card -> assertThat(card.below()).isPresent());
        });
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.policy("payments/worker")).isEmpty();
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        bench.applied("grant pull payments/api sales ci-deployer");
        Answer answer = bench.types(DeskBench.RITA, "revoke all payments/api,payments/worker sales ci-deployer");
        bench.deliver();
        assertThat(answer).isInstanceOfSatisfying(Answer.Filed.class, filed -> {
            assertThat(filed.beside()).contains("Not asked for: payments/worker");
            assertThat(filed.request().change().target().text()).contains("payments/api");
        });
        refused(
                bench.types(DeskBench.RITA, "revoke all payments/worker,legacy/none sales ci-deployer"),
                Code.REPOSITORY_NOT_FOUND);
    }

    @Test
    void differentRulesDecideOnThemOneByOne() {
        given();
        refused(
                bench.types(DeskBench.RITA, "revoke all payments/api,web/frontend sales ci-deployer"),
                Code.SEVERAL_RULES);
    }

    @Test
    void denyingIsForAllOfIt() {
        given();
        List<Request> all = asked(ALL);
        bench.denies(DeskBench.OLGA, all.get(0));
        bench.deliver();
        assertThat(all)
                .allSatisfy(each -> assertThat(bench.now(each).stage().state()).isEqualTo(RequestState.DENIED));
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
    }

    @Test
    void whatAwsRefusesKeepsNoOtherFromBeingDone() {
        given();
        List<Request> all = asked("revoke all payments/api,payments/worker sales ci-deployer");
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.deny());
        bench.approves(DeskBench.AMIR, all.get(0));
        bench.work();
        assertThat(all)
                .extracting(each -> bench.now(each).stage().state())
                .containsExactlyInAnyOrder(RequestState.FAILED, RequestState.APPLIED);
    }

    @Test
    void underARuleThatNeedsNoApprovalAllOfItIsDoneAtOnce() {
        immediate();
        given();
        int writes = bench.ecr.traffic().calls().size();
        Answer answer = bench.types(DeskBench.RITA, ALL);
        bench.work();

        assertThat(answer).isInstanceOf(Answer.Filed.class);
        List<Request> all = members(((Answer.Filed) answer).request());
        assertThat(all).hasSize(4).allSatisfy(each -> {
            assertThat(bench.now(each).stage().state()).isEqualTo(RequestState.APPLIED);
            assertThat(bench.events(each)).startsWith(EventKind.ASKED, EventKind.APPROVED);
            assertThat(cards(each))
                    .last()
                    .satisfies(card -> assertThat(card.below()).isPresent());
        });
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(writes).isPositive();
    }

    @Test
    void asSoonAsOthersWroteSomeOfItAllOfItWaits() {
        immediate();
        given();
        bench.ecr.setPolicy(SeedRegistry.west("infra/gateway"), FOREIGN);
        List<Request> all = asked("revoke all payments/api,infra/gateway sales ci-deployer");
        assertThat(all)
                .hasSize(2)
                .allSatisfy(each -> assertThat(bench.now(each).stage().state()).isEqualTo(RequestState.PENDING));
        refused(
                bench.types(DeskBench.BEN, "revoke all payments/worker,payments/api sales nightly-build"),
                Code.REQUESTER_REFUSED);
    }

    @Test
    void twoFromOneStatementOfOthersAreNeverWrittenUnseen() {
        bench.ecr.setPolicy(SeedRegistry.west("infra/gateway"), FOREIGN);
        List<Request> all = asked("revoke all infra/gateway sales ci-deployer,nightly-build");
        bench.approves(DeskBench.AMIR, all.get(0));
        bench.work();
        assertThat(bench.now(all.get(0)).stage().state()).isEqualTo(RequestState.APPLIED);
        Request again = bench.now(all.get(1));
        assertThat(again.stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(again.revision().number()).isEqualTo(2);
        bench.approves(DeskBench.AMIR, again);
        bench.work();
        assertThat(bench.now(again).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.policy("infra/gateway")).doesNotContain("ci-deployer", "nightly-build");
    }

    private void immediate() {
        bench.close();
        bench = new DeskBench(DeskBench.RULES
                .replace("requesters: [anyone]", "requesters: [U0REQUESTER]")
                .replace("channel: C0APPROVALS", "channel: C0APPROVALS\n    revoke: immediate"));
    }

    private void given() {
        Request lead = asked("grant pull payments/api,payments/worker sales ci-deployer,nightly-build")
                .get(0);
        bench.approves(DeskBench.AMIR, lead);
        bench.work();
    }

    private List<Request> asked(String text) {
        return members(bench.asks(DeskBench.RITA, text));
    }

    private List<Request> members(Request lead) {
        return bench.ledger.transact(
                books -> books.bundles().of(lead.id()).orElseThrow().all(books));
    }

    private List<Message.Card> cards(Request request) {
        return bench.mailbox.of(Message.Card.class).stream()
                .filter(card -> card.request().id().equals(request.id()))
                .toList();
    }

    private static void refused(Answer answer, Code code) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
