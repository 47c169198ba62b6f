package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.reload.ChangeOver;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.slack.message.CardMessage;
import dev.ecrbot.slack.message.Samples;
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
    void theCardShowsAnotherConfigurationAsSoonAsThatIsTakenUp() {
        BotConfig before = config("U0APPROVER1, S0OWNERS", 2);
        BotConfig now = config("U0APPROVER1", 1);
        DeskAssembly next = takenUp(before, now);
        assertThat(lastCard().request().ask().orElseThrow().approvals()).isEqualTo(1);
        int cards = bench.mailbox.of(Message.Card.class).size();

        new ChangeOver(bench.ledger, bench.clock).showAgain(now, now);
        next.postman().deliverDue();
        assertThat(bench.mailbox.of(Message.Card.class)).hasSize(cards);
    }

    @Test
    void theCardSaysThatNobodyCanDecideOnceNoRuleCoversIt() {
        takenUp(
                config("U0APPROVER1, S0OWNERS", 2),
                DeskBench.config(RULE.formatted("U0APPROVER1", 1).replace("web/*", "other/*")));
        assertThat(lastCard().called().isNobody()).isTrue();
        assertThat(new CardMessage(lastCard(), Samples.NAMING).render().toString())
                .contains("Nobody can decide this any more");
    }

    private DeskAssembly takenUp(BotConfig before, BotConfig now) {
        DeskAssembly next = bench.replica(now);
        new ChangeOver(bench.ledger, bench.clock).showAgain(before, now);
        next.postman().deliverDue();
        return next;
    }

    private static BotConfig config(String approvers, int approvals) {
        return DeskBench.config(RULE.formatted(approvers, approvals));
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
                bench.replica(BenchConfig.renamed(RULE.formatted("U0APPROVER1, S0OWNERS", 2), "sales", "vertrieb"));
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
