package dev.ecrbot.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Courier.Delivery;
import dev.ecrbot.desk.tell.DenialExplained;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.People;
import dev.ecrbot.slack.message.Samples;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said in the thread of a card. */
final class ThreadCourierTest extends CourierHouse {
    @Test
    void callsTheApproversInTheThread() {
        CardRef card = posted();
        courier.deliver(new Message.ApproversCalled(
                Samples.revised(Samples.request()), card, new RevisionCause(true, Set.of())));
        var reply = house.slack.messages(APPROVALS).get(1);
        assertThat(reply.threadTs()).contains(card.ts());
        assertThat(reply.text())
                .startsWith("<!subteam^S0OWNERS> <@U0APPROVER1>: Somebody else changed the policy meanwhile");
    }

    @Test
    void remindsInTheThreadThoseWhoAreMissing() {
        CardRef card = posted();
        var missing = new People(false, Set.of("U0APPROVER2"), Set.of());
        courier.deliver(new Message.Reminder(Samples.request(), card, missing, Samples.WEEK));
        var reply = house.slack.messages(APPROVALS).get(1);
        assertThat(reply.threadTs()).contains(card.ts());
        assertThat(reply.text())
                .startsWith("<@U0APPROVER2>: req-7k2m9xqa still waits for your decision")
                .contains("2026-11-29 10:00 UTC");
    }

    @Test
    void saysInTheThreadThatAGrantEnded() {
        CardRef card = posted();
        Grant active = Samples.grant();
        Grant ended = new Grant(
                active.id(),
                active.registry(),
                active.target(),
                active.principal(),
                active.access(),
                active.requester(),
                active.since(),
                active.until(),
                Grant.State.ENDED,
                Optional.of(new Grant.End(Samples.WEEK, Grant.Reason.EXPIRED)));
        courier.deliver(new Message.GrantEnded(Samples.request(), ended, Optional.of(card), Optional.empty()));
        assertThat(house.slack.messages(APPROVALS).get(1).shown())
                .isEqualTo(
                        "Ended: pull on payments/api for role ci-deployer in sales (222222222222) came to its end and was"
                                + " taken out of the policy, 2026-11-29 10:00 UTC.");
        assertThat(courier.deliver(
                        new Message.GrantEnded(Samples.request(), ended, Optional.empty(), Optional.empty())))
                .isInstanceOf(Delivery.Undeliverable.class);
    }

    @Test
    void callsTheApproversInTheThreadIfAGrantCantBeEnded() {
        var problem =
                new Problem(Code.AWS_ACCESS_DENIED, "The role may not <!channel> delete.", "Give it the permission.");
        courier.deliver(new Message.EndFails(Samples.request(), Samples.grant(), posted(), problem, 3));
        assertThat(house.slack.messages(APPROVALS).get(1).shown())
                .startsWith(
                        "<!subteam^S0OWNERS> <@U0APPROVER1>: pull on payments/api for role ci-deployer in sales "
                                + "(222222222222) (" + Samples.grant().id()
                                + ") should have ended, but ecr-bot couldn't take it out of "
                                + "the policy, 3 times in a row. The role may not &lt;!channel&gt; delete. Give it the permission.");
    }

    @Test
    void saysInTheThreadThatAGrantWasExtended() {
        CardRef card = posted();
        courier.deliver(
                new Message.GrantExtended(Samples.request(), Samples.held(), Samples.request(), Optional.of(card)));
        assertThat(house.slack.messages(APPROVALS).get(1).shown())
                .startsWith("Extended: pull on payments/api for role ci-deployer in sales")
                .contains("by request req-7k2m9xqa, as of 2026-11-22 10:00 UTC: it ends 2026-11-29 10:00 UTC.");
    }

    @Test
    void saysInTheThreadsWhatWasUndoneAndWhatIsBack() {
        CardRef card = posted();
        Request undo = Samples.undo(new Edit.Revoke(Samples.CI, Optional.of(StandardAccess.PULL)));
        courier.deliver(new Message.Undone(Samples.request(), undo, card));
        courier.deliver(new Message.GrantRestored(Samples.request(), Samples.held(), undo, card));
        var replies = house.slack.messages(APPROVALS).stream().skip(1).toList();
        assertThat(replies).allSatisfy(reply -> assertThat(reply.threadTs()).contains(card.ts()));
        assertThat(replies.get(0).shown())
                .startsWith(
                        "Undone by request req-7k2m9xqa of <@U0REQUESTER>: what it had taken away on payments/api was");
        assertThat(replies.get(1).shown())
                .startsWith("In force again: pull on payments/api for role ci-deployer in sales")
                .endsWith(", until 2026-11-29 10:00 UTC. req-3f8d1c0b was undone by request req-7k2m9xqa.");
    }

    @Test
    void bringsADeniersReasonToTheThreadAndToTheRequester() {
        CardRef card = posted();
        Request denied = Samples.as(Samples.request(), RequestState.DENIED);
        courier.deliver(new DenialExplained(denied, card, "ask for <!channel> read"));
        var reply = house.slack.messages(APPROVALS).get(1);
        assertThat(reply.threadTs()).contains(card.ts());
        assertThat(reply.shown()).isEqualTo("<@U0APPROVER1> denied req-7k2m9xqa: “ask for <!channel> read”");
        assertThat(reply.text()).isEqualTo("Why req-7k2m9xqa was denied: ask for &lt;!channel&gt; read");

        courier.deliver(
                new Message.Private(denied, Samples.RITA, Optional.of(card), new Note.DenialReason("ask for read")));
        assertThat(house.slack.dms(RITA))
                .singleElement()
                .satisfies(dm -> assertThat(dm.shown()).contains("ask for read"));
    }
}
