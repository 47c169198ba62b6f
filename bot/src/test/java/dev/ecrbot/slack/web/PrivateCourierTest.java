package dev.ecrbot.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.desk.tell.Courier.Delivery;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.sandbox.slack.Button;
import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one person is told, and the way around where no direct message is possible. */
final class PrivateCourierTest extends CourierHouse {
    private static final LoginSnippet SNIPPET =
            LoginSnippet.of(Samples.REPOSITORY, StandardAccess.PULL, Optional.of("1.4.2"));

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
    void waitsWhereADirectMessageMayWorkLater() {
        house.slack.faults().next("conversations.open", 1, Fault.rateLimited(Duration.ofSeconds(7)));
        assertThat(courier.deliver(privately(Samples.request(), new Note.Granted(Samples.held(), SNIPPET))))
                .isEqualTo(new Delivery.Throttled(Duration.ofSeconds(7)));
        assertThat(house.slack.ephemerals(RITA)).isEmpty();
    }
}
