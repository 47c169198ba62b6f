package dev.ecrbot.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.ledger.WithdrawnApproval;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Called;
import dev.ecrbot.desk.tell.FallbackChannel;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.Accepted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom a card names and mentions, and who has approved. */
final class CardPeopleTest extends CardSample {
    @Test
    void saysOfAMachineThatItIsOneAndMentionsNobody() {
        var ask = new Ask(
                PersonId.machine("payments-ci"),
                new Origin("", Optional.empty()),
                Optional.of("release 42"),
                "payments-pull",
                SampleWorkspace.APPROVALS.id(),
                Samples.APPROVERS,
                1,
                false);
        Accepted card = card(Samples.request(Samples.BASE, Samples.pull(Samples.CI), ask));
        assertThat(card.shown())
                .contains("payments-ci (a machine) asks for pull on payments/api for role ci-deployer")
                .doesNotContain("<@payments-ci>");
        assertThat(card.message().text()).contains("payments-ci (a machine) asks for pull");
        assertThat(card.buttons()).contains("request.approve", "request.deny");
        assertThat(card.blocks().findValues("user_id")).allMatch(id -> PersonId.isUser(id.asText()));
    }

    @Test
    void saysWhoDecidedAndWhatWasReadBack() {
        assertThat(card(Samples.as(Samples.request(), RequestState.APPLIED), approvals(1))
                        .shown())
                .startsWith("✅ Applied\n<@U0REQUESTER> asked for pull on payments/api for role ci-deployer in sales"
                        + " (222222222222), until 2026-11-29 10:00 UTC. Request req-7k2m9xqa\n"
                        + "Approved by <@U0APPROVER1>, 2026-11-22 10:01 UTC; read back from AWS 2026-11-22 10:01 UTC.");
        assertThat(card(Samples.as(Samples.request(), RequestState.APPROVED), approvals(1))
                        .shown())
                .startsWith("🔧 Approved, applying…");
        assertThat(card(Samples.as(Samples.request(), RequestState.DENIED)).shown())
                .startsWith("⛔ Denied. Nothing was changed.\n")
                .contains("\nDenied by <@U0APPROVER1>, 2026-11-22 10:01 UTC.");
        assertThat(card(Samples.as(Samples.request(), RequestState.FAILED)).shown())
                .startsWith("❗ Failed: AWS doesn't know the role")
                .contains("(aws_principal_not_found)");
    }

    @Test
    void mentionsThoseWhoAreToHearOfItApartFromThoseWhoDecide() {
        Ask plain = Samples.ask(Optional.empty(), 1, false);
        var ask = new Ask(
                plain.requester(),
                plain.from(),
                plain.reason(),
                plain.rule(),
                plain.channel(),
                plain.approvers(),
                plain.approvals(),
                plain.endFromRule(),
                Optional.of(new People(false, Set.of("U0WATCHER"), Set.of("S0AUDIT"))));
        assertThat(card(Samples.request(Samples.BASE, Samples.pull(Samples.CI), ask))
                        .shown())
                .contains("<!subteam^S0OWNERS> <@U0APPROVER1> can approve or deny this.")
                .contains("For information: <!subteam^S0AUDIT> <@U0WATCHER>");
    }

    @Test
    void mentionsDeputiesOnceTheyAreCalled() {
        Accepted before = called(false);
        assertThat(before.shown())
                .contains("<@U0APPROVER1> can approve or deny this. If nobody has decided by ", "2026-11-29 10:00 UTC")
                .doesNotContain("S0OWNERS");
        assertThat(before.markup()).doesNotContain("S0OWNERS");
        assertThat(called(true).shown())
                .contains("<!subteam^S0OWNERS> <@U0APPROVER1> can approve or deny this.")
                .contains("Called late, since nobody had decided: <!subteam^S0OWNERS>.");
    }

    private static Accepted called(boolean late) {
        var first = new People(false, Set.of("U0APPROVER1"), Set.of());
        var deputies = new Called.Deputies(new People(false, Set.of(), Set.of("S0OWNERS")), Samples.WEEK, late);
        var card = new Message.Card(
                Samples.request(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                CardHistory.NONE,
                Optional.empty(),
                new Called(Optional.of(first), Optional.of(deputies), true));
        return Accepted.of(new CardMessage(card, Samples.NAMING).render());
    }

    @Test
    void saysWhyItStandsInAnotherChannel() {
        var card = new Message.Card(
                Samples.request(),
                List.of(),
                Optional.empty(),
                Optional.of(new FallbackChannel("C0FALLBACK", "not_in_channel")),
                CardHistory.NONE,
                Optional.empty());
        assertThat(Accepted.of(new CardMessage(card, Samples.NAMING).render()).shown())
                .contains("This card is here because <#"
                        + Samples.request().ask().orElseThrow().channel()
                        + "> doesn't have the bot in it. Invite the bot there");
    }

    @Test
    void strikesOutWhoseApprovalDoesntCountAnyMore() {
        var card = new Message.Card(
                Samples.request(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new CardHistory(
                        Optional.empty(),
                        List.of(new WithdrawnApproval(Samples.AMIR, "U0APPROVER1 has left.")),
                        RevisionCause.of(Map.of()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        CardHistory.Since.NOTHING),
                Optional.empty());
        assertThat(Accepted.of(new CardMessage(card, Samples.NAMING).render()).shown())
                .contains("Approved by <@" + Samples.AMIR.user() + ">: doesn't count any more. U0APPROVER1 has left.");
    }

    @Test
    void countsApprovals() {
        Request request = Samples.request(
                Samples.BASE, Samples.pull(Samples.CI), Samples.ask(Optional.of("nightly build"), 2, false));
        assertThat(card(request).shown()).contains("0 of 2 approvals so far.").contains("2 different people");
        assertThat(card(request, approvals(1)).shown())
                .startsWith("⏳ Waiting for approval, 1 of 2 given")
                .contains("1 of 2 approvals: <@U0APPROVER1>, 2026-11-22 10:01 UTC.");
    }
}
