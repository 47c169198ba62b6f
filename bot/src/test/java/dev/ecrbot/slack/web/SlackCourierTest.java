package dev.ecrbot.slack.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.Courier.Delivery;
import dev.ecrbot.desk.tell.DenialExplained;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.People;
import dev.ecrbot.sandbox.slack.Button;
import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.OpenHouse;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlackCourierTest {
    private static final Person RITA = SampleWorkspace.REQUESTER;
    private static final String APPROVALS = SampleWorkspace.APPROVALS.id();
    private static final LoginSnippet SNIPPET =
            LoginSnippet.of(Samples.REPOSITORY, StandardAccess.PULL, Optional.of("1.4.2"));

    private final OpenHouse house = OpenHouse.http();
    private final Courier courier = house.room.courier();

    @AfterEach
    void close() {
        house.close();
    }

    private static Message card(Request request, Optional<CardRef> posted) {
        return new Message.Card(request, List.of(), posted);
    }

    private dev.ecrbot.sandbox.slack.Message at(CardRef card) {
        return house.slack.messages(APPROVALS).stream()
                .filter(message -> message.ts().equals(card.ts()))
                .findFirst()
                .orElseThrow();
    }

    private CardRef posted() {
        return ((Delivery.Delivered) courier.deliver(card(Samples.request(), Optional.empty())))
                .card()
                .orElseThrow();
    }

    private static Message privately(Request request, Note note) {
        return new Message.Private(request, Samples.RITA, Optional.of(Samples.card()), note);
    }

    private static Request from(Origin origin, Instant asked) {
        Request request = Samples.request();
        Ask ask = request.ask().orElseThrow();
        Ask moved = new Ask(
                ask.requester(),
                origin,
                ask.reason(),
                ask.rule(),
                ask.channel(),
                ask.approvers(),
                ask.approvals(),
                ask.endFromRule());
        return Request.begun(
                request.id(),
                request.change(),
                Optional.of(moved),
                Revision.first(request.revision().plan(), 0),
                Stage.pending(asked));
    }

    @Test
    void postsTheCardAndEditsItInPlace() {
        CardRef card = posted();
        assertThat(card.channel()).isEqualTo(APPROVALS);
        Request denied = Samples.as(Samples.request(), RequestState.DENIED);
        Delivery edited = courier.deliver(card(denied, Optional.of(card)));

        assertThat(edited)
                .isEqualTo(new Delivery.Delivered(Optional.of(new CardRef(APPROVALS, card.ts(), denied.version()))));
        assertThat(house.slack.messages(APPROVALS)).singleElement().satisfies(message -> {
            assertThat(message.ts()).isEqualTo(card.ts());
            assertThat(message.shown()).startsWith("⛔ Denied");
            assertThat(message.buttons())
                    .extracting(Button::actionId)
                    .containsExactly("request.again", "request.story");
        });
    }

    @Test
    void postsTheCardAnewWhereItWasDeleted() {
        Delivery delivery = courier.deliver(card(Samples.request(), Optional.of(Samples.card())));
        house.called("chat.update", 1);
        assertThat(house.slack.messages(APPROVALS)).hasSize(1);
        assertThat(((Delivery.Delivered) delivery).card().orElseThrow().ts())
                .isEqualTo(house.slack.messages(APPROVALS).get(0).ts());
    }

    @Test
    void saysThatTheCardOfANoteIsGone() {
        assertThat(courier.deliver(new Message.GrantEnded(
                        Samples.request(), Samples.grant(), Optional.of(Samples.card()), Optional.empty())))
                .isEqualTo(new Delivery.CardGone("thread_not_found"));
    }

    @Test
    void listsNotesInOneMessageOfTheChannel() {
        CardRef card = posted();
        Message note = new Message.GrantEnded(Samples.request(), Samples.grant(), Optional.of(card), Optional.empty());
        courier.deliver(new Message.Listed(APPROVALS, Collections.nCopies(30, note)));
        var list = house.slack.messages(APPROVALS).get(1);
        assertThat(list.topLevel()).isTrue();
        assertThat(list.shown())
                .startsWith("30 notes on requests of this channel:")
                .contains("• `req-7k2m9xqa` Ended: pull on payments/api for role ci-deployer in sales");
        assertThat(list.shown().split("• ")).hasSize(31);
    }

    @Test
    void aNoteWhoseCardIsGoneStandsByItself() {
        var missing = new People(false, Set.of("U0APPROVER2"), Set.of());
        courier.deliver(new Message.Listed(
                APPROVALS, List.of(new Message.Reminder(Samples.request(), Samples.card(), missing, Samples.WEEK))));
        assertThat(house.slack.messages(APPROVALS))
                .singleElement()
                .satisfies(
                        message -> assertThat(message.shown())
                                .startsWith(
                                        "`req-7k2m9xqa` <@U0APPROVER2>: req-7k2m9xqa still waits for your decision on its card."));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(Fault.rateLimited(Duration.ofSeconds(30)), new Delivery.Throttled(Duration.ofSeconds(30))),
                arguments(Fault.rateLimited(Duration.ofDays(1)), new Delivery.Throttled(Duration.ofMinutes(5))),
                arguments(Fault.serverError(), new Delivery.Later(Duration.ofSeconds(2), "")),
                arguments(Fault.dropped(), new Delivery.Later(Duration.ofSeconds(2), "")),
                arguments(new Fault.Answer(200, "", Duration.ZERO), new Delivery.Later(Duration.ofSeconds(2), "")),
                arguments(Fault.error("ratelimited"), new Delivery.Throttled(Duration.ofSeconds(2))),
                arguments(Fault.error("fatal_error"), new Delivery.Later(Duration.ofSeconds(2), "")),
                arguments(Fault.error("invalid_auth"), new Delivery.Later(Duration.ofMinutes(1), "")),
                arguments(Fault.error("channel_not_found"), new Delivery.Undeliverable("channel_not_found")),
                arguments(Fault.error("not_in_channel"), new Delivery.Undeliverable("not_in_channel")),
                arguments(Fault.error("is_archived"), new Delivery.Undeliverable("is_archived")),
                arguments(Fault.error("invalid_blocks"), new Delivery.Undeliverable("invalid_blocks")),
                arguments(Fault.error("msg_blocks_too_long"), new Delivery.Undeliverable("msg_blocks_too_long")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsWhatBecomesOfAPost(Fault fault, Delivery expected) {
        house.slack.faults().always("chat.postMessage", fault);
        is(courier.deliver(card(Samples.request(), Optional.empty())), expected);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsWhatBecomesOfAnEdit(Fault fault, Delivery expected) {
        CardRef card = posted();
        house.slack.faults().always("chat.update", fault);
        is(courier.deliver(card(Samples.as(Samples.request(), RequestState.DENIED), Optional.of(card))), expected);
    }

    private static void is(Delivery delivery, Delivery expected) {
        if (expected instanceof Delivery.Later later) {
            assertThat(delivery).isInstanceOfSatisfying(Delivery.Later.class, is -> {
                assertThat(is.after()).isEqualTo(later.after());
                assertThat(is.why()).isNotBlank();
            });
        } else {
            assertThat(delivery).isEqualTo(expected);
        }
    }

    @Test
    void doesNotSendTwiceByItself() {
        house.slack.faults().always("chat.postMessage", Fault.answerLost());
        assertThat(courier.deliver(card(Samples.request(), Optional.empty()))).isInstanceOf(Delivery.Later.class);
        house.called("chat.postMessage", 1);
    }

    @Test
    void sendsThePlainFormToAWorkspaceThatRefusesFoldedBlocksAndRemembersIt() {
        assertThat(at(posted()).blocks().toString()).contains("\"container\"", "\"default_collapsed\":true");

        house.slack.faults().next("chat.postMessage", 1, Fault.error("invalid_blocks"));
        CardRef plain = posted();
        courier.deliver(card(Samples.revised(Samples.request()), Optional.of(plain)));
        assertThat(at(plain))
                .satisfies(message -> assertThat(message.blocks().toString())
                        .doesNotContain("container")
                        .contains("EcrBotPull"));
        assertThat(house.slack.calls("chat.postMessage")).hasSize(3);
        assertThat(house.slack.calls("chat.update")).hasSize(1);
    }

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
    void tellsTheRequesterWhereTheyAsked() {
        house.slack.command(RITA, SampleWorkspace.GENERAL.id(), "x");
        house.told(RITA, "Heard");
        Origin origin = house.counter.commands.get(0).by().from();

        courier.deliver(privately(from(origin, Instant.now()), new Note.Asked()));
        assertThat(house.told(RITA, "You asked")).contains("Who decides: <!subteam^S0OWNERS>, <@U0APPROVER1>.");
        assertThat(house.slack.calls("chat.postEphemeral")).isEmpty();

        courier.deliver(privately(from(origin, Instant.now().minusSeconds(1800)), new Note.Asked()));
        house.called("chat.postEphemeral", 1);
    }

    @Test
    void findsAnotherWayToTellTheRequester() {
        Origin botless = new Origin(SampleWorkspace.BOTLESS.id(), Optional.empty());
        courier.deliver(privately(from(botless, Instant.now()), new Note.Asked()));
        assertThat(house.slack.dms(RITA))
                .singleElement()
                .satisfies(dm -> assertThat(dm.shown()).contains("You asked"));
    }

    @Test
    void sendsTheSnippetAsADirectMessage() {
        courier.deliver(privately(Samples.request(), new Note.Granted(Samples.held(), SNIPPET)));
        courier.deliver(privately(Samples.request(), new Note.Granted(Samples.held(), SNIPPET)));
        assertThat(house.slack.dms(RITA))
                .hasSize(2)
                .first()
                .satisfies(dm -> assertThat(dm.shown())
                        .contains("docker pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:1.4.2"));
        house.called("conversations.open", 1);
        assertThat(house.slack.messages(APPROVALS)).isEmpty();
    }

    @Test
    void repliesInTheCardsThreadWhereNoDirectMessageIsPossible() {
        house.slack.faults().always("conversations.open", Fault.error("cannot_dm_bot"));
        CardRef card = posted();
        var message = new Message.Private(
                Samples.request(), Samples.RITA, Optional.of(card), new Note.Granted(Samples.held(), SNIPPET));
        assertThat(courier.deliver(message)).isEqualTo(new Delivery.Delivered(Optional.empty()));
        var reply = house.slack.messages(APPROVALS).get(1);
        assertThat(reply.threadTs()).contains(card.ts());
        assertThat(reply.text()).startsWith("<@" + RITA.id() + ">: Access is in effect");
        assertThat(reply.shown())
                .startsWith("<@" + RITA.id() + ">, this couldn't be sent")
                .contains("docker pull");
    }

    @Test
    void warnsInTheCardsThreadWhereNoDirectMessageIsPossible() {
        house.slack.faults().always("conversations.open", Fault.error("cannot_dm_bot"));
        CardRef card = posted();
        courier.deliver(new Message.Private(
                Samples.request(), Samples.RITA, Optional.of(card), new GrantNote.Expiring(Samples.held())));
        var reply = house.slack.messages(APPROVALS).get(1);
        assertThat(reply.threadTs()).contains(card.ts());
        assertThat(reply.shown()).startsWith("<@" + RITA.id() + ">, this couldn't be sent");
        assertThat(reply.buttons()).extracting(Button::actionId).containsExactly("grant.extend", "grant.end");
        assertThat(reply.buttons()).extracting(Button::value).containsOnly("req-7k2m9xqa");
        assertThat(reply.buttons()).extracting(Button::blockId).containsOnly(Ids.until(Samples.WEEK));
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
    void tellsItInPrivateWhereNeitherADirectMessageNorAReplyIsPossible() {
        house.slack.faults().always("conversations.open", Fault.error("cannot_dm_bot"));
        house.slack.faults().always("chat.postMessage", Fault.error("thread_not_found"));
        courier.deliver(privately(Samples.request(), new Note.Granted(Samples.held(), SNIPPET)));
        house.told(RITA, "docker pull");

        Origin botless = new Origin(SampleWorkspace.BOTLESS.id(), Optional.empty());
        courier.deliver(privately(from(botless, Instant.now()), new Note.Denied()));
        assertThat(house.slack.ephemerals(RITA).get(1).channelId())
                .as("beside the card")
                .isEqualTo(APPROVALS);

        house.slack.faults().always("chat.postEphemeral", Fault.error("user_not_in_channel"));
        assertThat(courier.deliver(privately(Samples.request(), new Note.Denied())))
                .isEqualTo(new Delivery.Undeliverable("user_not_in_channel"));
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

    @Test
    void waitsWhereADirectMessageMayWorkLater() {
        house.slack.faults().next("conversations.open", 1, Fault.rateLimited(Duration.ofSeconds(7)));
        assertThat(courier.deliver(privately(Samples.request(), new Note.Granted(Samples.held(), SNIPPET))))
                .isEqualTo(new Delivery.Throttled(Duration.ofSeconds(7)));
        assertThat(house.slack.ephemerals(RITA)).isEmpty();
    }
}
