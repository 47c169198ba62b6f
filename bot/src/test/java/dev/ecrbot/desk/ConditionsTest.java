package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.PersonId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule gives access under conditions: they stay with the grant for as long as it lives. */
final class ConditionsTest {
    private static final String RULE = """
              - name: inside
                repositories: ["payments/*"]
                patterns: true
                access: [pull, push]
                to: [sales]
                requesters: [anyone]
                approvers: [U0APPROVER1, S0OWNERS]
                channel: C0APPROVALS
            """;
    private static final String INSIDE = RULE + "    conditions: {StringEquals: {\"aws:SourceVpce\": vpce-0a1b}}\n";
    private static final String PULL = "grant pull payments/api sales ci-deployer";

    private final DeskBench bench = new DeskBench(INSIDE);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theGrantIsMadeUnderThemAndEndsAsAny() {
        Request request = bench.applied(PULL + " for 7d");
        assertThat(bench.policy("payments/api")).contains("aws:SourceVpce", "vpce-0a1b");
        assertThat(bench.grant(request).access().conditions().isEmpty()).isFalse();
        bench.types(DeskBench.RITA, "end " + request.id());
        bench.work();
        assertThat(bench.policy("payments/api")).doesNotContain("vpce-0a1b");
    }

    @Test
    void anExtensionAndItsUndoKeepThem() {
        Request request = bench.applied(PULL + " for 7d");
        Request longer = bench.applied("extend " + request.id() + " for 30d");
        assertThat(bench.policy("payments/api")).contains("vpce-0a1b").doesNotContain("2026-11-29");
        bench.applied("undo " + longer.id());
        assertThat(bench.policy("payments/api")).contains("vpce-0a1b", "2026-11-29");
    }

    @Test
    void aPatternStandsInTheRegistrysPolicyUnderThem() {
        Request request = bench.applied("grant pull payments/* sales ci-deployer for 7d");
        assertThat(bench.grant(request).access().conditions().isEmpty()).isFalse();
        bench.applied("revoke pull payments/* sales ci-deployer");
    }

    @Test
    void theSameAskUnderARuleWithoutThemGivesMore() {
        bench.applied(PULL + " for 7d");
        DeskAssembly open = bench.replica(DeskBench.config(RULE));
        Answer answer = open.desk().command(DeskBench.asker(DeskBench.RITA), PULL + " for 7d");
        assertThat(answer).isInstanceOf(Answer.Filed.class);
    }

    @Test
    void whatWaitsIsShownAnewOnceTheRuleGivesItUnderOthers() {
        Request request = bench.asks(DeskBench.RITA, PULL + " for 7d");
        DeskAssembly other = bench.replica(DeskBench.config(INSIDE.replace("vpce-0a1b", "vpce-9f9f")));

        assertThat(clicks(other, DeskBench.AMIR, request)).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(Code.CONDITIONS_CHANGED);
            assertThat(refused.problem().what()).contains("vpce-0a1b", "vpce-9f9f");
            assertThat(refused.problem().next()).contains("card");
        });
        Request anew = bench.now(request);
        assertThat(anew.stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(anew.revision().number()).isEqualTo(2);
        other.postman().deliverDue();
        assertThat(bench.mailbox.notes(request.id())).contains(new Note.Revised(RevisionCause.RULE));
        assertThat(lastCard().request().revision().plan().proposed().text()).contains("vpce-9f9f");
        assertThat(bench.events(request)).contains(EventKind.REVISED);

        clicks(other, DeskBench.AMIR, anew);
        other.applier().apply(request.id());
        other.postman().deliverDue();
        assertThat(bench.policy("payments/api")).contains("vpce-9f9f").doesNotContain("vpce-0a1b");
    }

    @Test
    void whoMayNotApproveChangesNothingByTrying() {
        Request request = bench.asks(DeskBench.RITA, PULL + " for 7d");
        DeskAssembly other = bench.replica(DeskBench.config(RULE));
        clicks(other, DeskBench.BEN, request);
        assertThat(bench.now(request).revision().number()).isEqualTo(1);
    }

    @Test
    void anExtensionIsRefusedOnceTheRuleGivesItUnderOthers() {
        Request request = bench.applied(PULL + " for 7d");
        DeskAssembly other = bench.replica(DeskBench.config(INSIDE.replace("vpce-0a1b", "vpce-9f9f")));
        Answer answer = other.desk().command(DeskBench.asker(DeskBench.RITA), "extend " + request.id() + " for 30d");
        assertThat(((Answer.Refused) answer).problem().code()).isEqualTo(Code.CONDITIONS_CHANGED);
    }

    @Test
    void anUndoGivesNothingBackThatTheRuleWouldGiveUnderConditionsOnly() {
        DeskAssembly open = bench.replica(DeskBench.config(RULE));
        Answer asked = open.desk().command(DeskBench.asker(DeskBench.RITA), PULL + " for 7d");
        Request grant = ((Answer.Filed) asked).request();
        clicks(open, DeskBench.AMIR, grant);
        open.applier().apply(grant.id());
        Request revoked = bench.applied("revoke pull payments/api sales ci-deployer");
        Request undo = bench.asks(DeskBench.RITA, "undo " + revoked.id());
        assertThat(bench.approves(DeskBench.AMIR, undo))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(Code.CONDITIONS_CHANGED));
    }

    private Message.Card lastCard() {
        List<Message.Card> cards = bench.mailbox.of(Message.Card.class);
        return cards.get(cards.size() - 1);
    }

    private static Answer clicks(DeskAssembly desk, PersonId person, Request request) {
        return desk.desk()
                .click(new Click(
                        DeskBench.asker(person),
                        request.id().value(),
                        request.revision().number(),
                        Click.Kind.APPROVE));
    }
}
