package dev.ecrbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.sandbox.slack.View;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.Samples;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** None */
final class HttpDoorTest extends HttpHouse {
    @Test
    void bringsACommandToTheCounterAndTheAnswerBack() {
        Delivery delivery = house.slack.command(RITA, GENERAL, "grant pull “ünïcode” 🚀 & more");
        assertThat(delivery.acknowledged()).isTrue();
        assertThat(house.told(RITA, "Heard")).contains("“ünïcode” 🚀 & more");
        var command = house.counter.commands.get(0);
        assertThat(command.by().person()).isEqualTo(Samples.RITA);
        assertThat(command.by().from().channel()).isEqualTo(GENERAL);
        assertThat(command.by().from().responseUrl()).isPresent();
        assertThat(house.slack.messages(GENERAL)).isEmpty();
    }

    @Test
    void acknowledgesBeforeItCallsAnybody() {
        house.counter.hold();
        Fault.Held held = Fault.held();
        house.slack.faults().everything(held);
        house.called("auth.test", 1);

        assertThat(house.slack.command(RITA, GENERAL, "status payments/api").acknowledged())
                .isTrue();
        assertThat(house.slack.calls()).hasSize(1);
        held.release();
        house.slack.faults().clear();
        house.counter.release();
        house.told(RITA, "Heard");
    }

    @Test
    void saysSoWhenItTakesAWhile() {
        house.counter.hold();
        house.slack.command(RITA, GENERAL, "status payments/api");
        house.told(RITA, "ecr-bot reads the live policy first");
        house.counter.release();
        house.told(RITA, "Heard");
        assertThat(house.slack.ephemerals(RITA))
                .extracting(dev.ecrbot.sandbox.slack.Message::shown)
                .first()
                .asString()
                .startsWith("This takes a moment");
    }

    @Test
    void bringsClicksWithTheRevisionTheyWereShownWith() {
        house.slack.click(AMIR, card(), Ids.APPROVE);
        house.told(AMIR, "has your approval");
        Click click = house.counter.clicks.get(0);
        assertThat(click.by().person()).isEqualTo(Samples.AMIR);
        assertThat(click.request()).isEqualTo(Samples.ID.value());
        assertThat(click.revision()).isEqualTo(1);
        assertThat(click.kind()).isEqualTo(Click.Kind.APPROVE);
        assertThat(house.slack.messages(APPROVALS)).as("the card stays").hasSize(1);
    }

    @Test
    void takesTheButtonsOffTheMessageOfALostRequest() {
        house.counter.onClick = click -> new Answer.Refused(
                new Problem(Code.REQUEST_NOT_FOUND, "There is no such request.", "Type /ecr requests."));
        house.slack.click(AMIR, card(), Ids.APPROVE);
        house.told(AMIR, "There is no such request.");
        var message = house.slack.await(() -> house.slack.messages(APPROVALS).stream()
                .filter(shown -> shown.shown().contains("Ask again with"))
                .findFirst());
        assertThat(message.shown()).contains("a request that was lost");
        assertThat(message.blocks().toString()).doesNotContain("button");
        assertThat(house.slack.messages(APPROVALS)).hasSize(1);
    }

    @Test
    void tellsWhereStrangersAreFrom() {
        house.slack.click(SampleWorkspace.STRANGER, card(), Ids.APPROVE);
        house.told(SampleWorkspace.STRANGER, "has your approval");
        assertThat(house.counter.clicks.get(0).by().person().team()).isEqualTo(SampleWorkspace.OTHER_TEAM);
    }

    @Test
    void asksForAReasonAfterADenial() {
        house.counter.onClick = click -> new Answer.Denied(Samples.as(Samples.request(), RequestState.DENIED));
        house.slack.click(AMIR, card(), Ids.DENY);
        View modal = house.slack.await(() -> house.slack.views(AMIR).stream().findFirst());
        assertThat(modal.content().path("private_metadata").asText()).isEqualTo(Samples.ID.value());
        house.slack.submit(AMIR, modal, Map.of("reason.text", "ask for read <!channel>\ninstead"));
        house.slack.await(() -> house.slack.dms(AMIR).stream()
                .filter(message -> message.shown().contains("has your reason"))
                .findFirst());
        var reason = house.counter.reasons.get(0);
        assertThat(reason.request()).isEqualTo(Samples.ID.value());
        assertThat(reason.reason()).isEqualTo("ask for read <!channel> instead");
        assertThat(house.slack.ephemerals(AMIR)).isEmpty();
    }

    @Test
    void offersAButtonWhenSlackDoesNotOpenTheField() {
        house.counter.onClick = click -> new Answer.Denied(Samples.as(Samples.request(), RequestState.DENIED));
        house.slack.faults().next("views.open", 1, Fault.error("expired_trigger_id"));
        house.slack.click(AMIR, card(), Ids.DENY);
        house.told(AMIR, "You denied");
        house.slack.click(AMIR, house.slack.ephemerals(AMIR).get(0), Ids.REASON_OPEN);
        View modal = house.slack.await(() -> house.slack.views(AMIR).stream().findFirst());
        house.slack.submit(AMIR, modal, Map.of());
        assertThat(house.counter.reasons).as("an empty field is no reason").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "request.shorten, '', req-7k2m9xqa, Slack didn't let ecr-bot open the field",
        "grant.extend, '', req-7k2m9xqa, Slack didn't let ecr-bot open the field",
        "denial.reason, '', req-7k2m9xqa, Slack didn't let ecr-bot open the field",
        "request.shorten, 1.2.3, '', doesn't say which request",
        "grant.extend, 1.2.3, req-1, doesn't say which request",
        "denial.reason, 1.2.3, <!here>, doesn't say which request"
    })
    void answersAClickThatItCanDoNothingWith(String action, String trigger, String value, String told) {
        Delivery typed = house.slack.command(AMIR, GENERAL, "help");
        String url = URLDecoder.decode(
                typed.sentBody().replaceAll("(?s).*response_url=([^&]*).*", "$1"), StandardCharsets.UTF_8);
        String payload = "{\"type\":\"block_actions\",\"user\":{\"id\":\"" + AMIR.id() + "\",\"team_id\":\""
                + AMIR.teamId() + "\"},\"team\":{\"id\":\"" + AMIR.teamId() + "\"},"
                + (trigger.isEmpty() ? "" : "\"trigger_id\":\"" + trigger + "\",") + "\"response_url\":\"" + url
                + "\",\"actions\":[{\"action_id\":\"" + action + "\",\"block_id\":\"revision.1\",\"value\":\"" + value
                + "\"}]}";
        byte[] body = ("payload=" + java.net.URLEncoder.encode(payload, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.US_ASCII);

        house.slack.raw(body, house.slack.signed(body, Instant.now()));
        house.told(AMIR, told);
        assertThat(house.slack.views(AMIR)).isEmpty();
    }

    @Test
    void dropsAClickOnSeveralThingsAtOnce() {
        String payload =
                "{\"type\":\"block_actions\",\"user\":{\"id\":\"U0A\",\"team_id\":\"T0HOME\"},\"team\":{\"id\":\"T0HOME\"},"
                        + "\"trigger_id\":\"1.2.3\",\"actions\":[{\"action_id\":\"request.approve\",\"value\":\"x\"},"
                        + "{\"action_id\":\"request.deny\",\"value\":\"x\"}]}";
        byte[] body = ("payload=" + java.net.URLEncoder.encode(payload, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.US_ASCII);
        Delivery delivery = house.slack.raw(body, house.slack.signed(body, Instant.now()));
        assertThat(delivery.status()).as("trap 6").isEqualTo(404);
        assertThat(house.counter.clicks).isEmpty();
    }
}
