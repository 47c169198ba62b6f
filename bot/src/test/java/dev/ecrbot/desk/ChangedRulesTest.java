package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.PersonId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rules change while a request waits: what decides, and what is shown, is what the rules say by then. */
final class ChangedRulesTest {
    private static final String RULE = """
              - name: keys
                repositories: ["web/*"]
                access: [pull]
                to: [sales]
                requesters: [anyone]
                approvers: [%s]
                approvals: %d
                channel: C0APPROVALS
            """;

    private final DeskBench bench = new DeskBench(RULE.formatted("U0APPROVER1, S0OWNERS", 2));
    private final Request request = bench.asks(DeskBench.RITA, "grant pull web/frontend sales role2-1");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anApprovalOfSomebodyWhoIsNotListedAnyMoreIsWithdrawn() {
        bench.approves(DeskBench.AMIR, request);
        var answer = (Answer.Approved) clicks(under("S0OWNERS", 2), DeskBench.OLGA);
        assertThat(answer.approvals()).isEqualTo(1);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(bench.events(request)).contains(EventKind.APPROVAL_WITHDRAWN);
    }

    @Test
    void fewerApprovalsAreEnoughOnceTheRuleWantsFewer() {
        bench.approves(DeskBench.AMIR, request);
        clicks(under("U0APPROVER1, S0OWNERS", 1), DeskBench.OLGA);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void theCardCountsByTheRuleOfNow() {
        DeskAssembly raised = under("U0APPROVER1, S0OWNERS", 3);
        clicks(raised, DeskBench.AMIR);
        raised.postman().deliverDue();
        assertThat(lastCard()).satisfies(card -> {
            assertThat(card.approvals()).hasSize(1);
            assertThat(card.request().ask().orElseThrow().approvals()).isEqualTo(3);
        });
    }

    @Test
    void aRequestThatNoRuleCoversAnyMoreIsNotApproved() {
        DeskAssembly without =
                bench.replica(DeskBench.config(RULE.formatted("U0APPROVER1", 1).replace("web/*", "other/*")));
        assertThat(clicks(without, DeskBench.AMIR))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(Code.NO_RULE));
    }

    @Test
    void anotherNameForTheAccountMakesNoOtherQuestionOfWhatWasApproved() {
        bench.approves(DeskBench.AMIR, request);
        bench.approves(DeskBench.OLGA, request);
        DeskAssembly renamed =
                bench.replica(DeskBench.renamed(RULE.formatted("U0APPROVER1, S0OWNERS", 2), "sales", "vertrieb"));
        renamed.applier().apply(request.id());
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    private Message.Card lastCard() {
        List<Message.Card> cards = bench.mailbox.of(Message.Card.class);
        return cards.get(cards.size() - 1);
    }

    private DeskAssembly under(String approvers, int approvals) {
        return bench.replica(DeskBench.config(RULE.formatted(approvers, approvals)));
    }

    private Answer clicks(DeskAssembly desk, PersonId person) {
        Request now = bench.now(request);
        return desk.desk()
                .click(new Click(
                        DeskBench.asker(person),
                        now.id().value(),
                        now.revision().number(),
                        Click.Kind.APPROVE));
    }
}
