package dev.ecrbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.http.Dawdling;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.sandbox.slack.View;
import dev.ecrbot.slack.intake.Workers;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDoorTest {
    private static final Person RITA = SampleWorkspace.REQUESTER;
    private static final Person AMIR = SampleWorkspace.APPROVER;
    private static final String GENERAL = SampleWorkspace.GENERAL.id();
    private static final String APPROVALS = SampleWorkspace.APPROVALS.id();

    private final OpenHouse house = OpenHouse.http();

    @AfterEach
    void close() {
        house.close();
    }

    private dev.ecrbot.sandbox.slack.Message card() {
        house.room.courier().deliver(new Message.Card(Samples.request(), List.of(), Optional.empty()));
        return house.slack.messages(APPROVALS).get(0);
    }

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
        house.told(RITA, "Looking at the live policy");
        house.counter.release();
        house.told(RITA, "Heard");
        assertThat(house.slack.ephemerals(RITA))
                .extracting(dev.ecrbot.sandbox.slack.Message::shown)
                .first()
                .asString()
                .startsWith("Looking at");
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
    void whatIsTypedKeepsNoClickWaiting() {
        var gate = new CountDownLatch(1);
        house.counter.onCommand = text -> {
            await(gate);
            return new Answer.Unheard();
        };
        for (int i = 0; i < 20; i++) {
            house.slack.command(RITA, GENERAL, "status payments/api");
        }
        house.slack.click(AMIR, card(), Ids.APPROVE);
        house.told(AMIR, "has your approval");
        assertThat(house.counter.commands).hasSizeLessThan(20);
        gate.countDown();
    }

    private static void await(CountDownLatch gate) {
        try {
            if (!gate.await(LongestWait.SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoeverStillWaitsWhenItEndsIsTold() throws InterruptedException {
        house.counter.hold();
        for (int i = 0; i < 20; i++) {
            house.slack.command(RITA, GENERAL, "status payments/api");
        }
        house.door.stopAccepting();
        assertThat(house.door.drain(Duration.ofMillis(50))).isFalse();
        house.told(RITA, "ecr-bot was restarted before it came to what you clicked or typed");
        int served = house.counter.commands.size();
        house.slack.await(() -> Optional.of(house.slack.ephemerals(RITA).stream()
                        .filter(message -> message.shown().contains("was restarted before"))
                        .count())
                .filter(told -> told == 20 - served));
        house.counter.release();
    }

    @Test
    void whoeverWasPromisedAnAnswerIsToldThatItWontCome() throws InterruptedException {
        house.counter.onCommand = text -> new Answer.Found(new Finding.Promised(
                new FleetInquiry.Audit(Optional.empty(), 1), Instant.EPOCH, Map.of(), new Coverage(List.of())));
        house.slack.command(RITA, GENERAL, "audit fresh");
        house.told(RITA, "The answer comes here when that is done");
        house.door.stopAccepting();
        assertThat(house.door.drain(LongestWait.TIME)).isTrue();
        assertThat(house.told(RITA, "won't come")).contains("/ecr audit fresh");
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

    @Test
    void refusesWhatSlackDidNotSign() {
        byte[] body = "command=%2Fecr&text=help".getBytes(StandardCharsets.UTF_8);
        assertThat(house.slack.raw(body, Map.of()).status()).isEqualTo(401);
        assertThat(house.slack
                        .raw(body, house.slack.signed(body, Instant.now().minusSeconds(301)))
                        .status())
                .isEqualTo(401);
        assertThat(house.slack
                        .raw(body, house.slack.signed(body, Instant.now().plusSeconds(310)))
                        .status())
                .as("trap 2: Bolt's own check takes the future")
                .isEqualTo(401);
        assertThat(house.slack
                        .raw("text=other".getBytes(StandardCharsets.UTF_8), house.slack.signed(body, Instant.now()))
                        .status())
                .isEqualTo(401);
        assertThat(house.counter.commands).isEmpty();
    }

    @Test
    void doesNothingForADeliveryThatCameBefore() {
        Delivery first = house.slack.command(RITA, GENERAL, "help");
        house.told(RITA, "Heard");
        byte[] sent = first.sentBody().getBytes(StandardCharsets.UTF_8);

        assertThat(house.slack.raw(sent, first.sentHeaders()).status())
                .as("replayed")
                .isEqualTo(200);
        assertThat(house.slack.redeliver(first, 1).status())
                .as("repeated by Slack")
                .isEqualTo(200);
        house.slack.command(RITA, GENERAL, "once more");
        house.told(RITA, "once more");
        assertThat(house.counter.commands)
                .extracting(ScriptedCounter.Command::text)
                .containsExactly("help", "once more");
    }

    @Test
    void doesNothingForADeliveryThatAnotherReplicaOrOneBeforeItGot() {
        var card = card();
        house.counter.replays(2);
        assertThat(house.slack.command(RITA, GENERAL, "replayed").acknowledged())
                .isTrue();
        assertThat(house.slack.click(AMIR, card, Ids.APPROVE).acknowledged()).isTrue();
        house.slack.await(() -> Optional.of(house.counter.replayed()).filter(seen -> seen == 2));
        house.slack.command(RITA, GENERAL, "once more");
        house.told(RITA, "once more");
        assertThat(house.counter.commands)
                .extracting(ScriptedCounter.Command::text)
                .containsExactly("once more");
        assertThat(house.counter.clicks).isEmpty();
    }

    @Test
    void isNowhereElseAndTakesNothingElse() throws Exception {
        assertThat(exchange("GET /slack/events HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 405");
        assertThat(exchange("POST /slack/other HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    @Test
    void refusesALongBodyBeforeReadingIt() throws Exception {
        assertThat(exchange("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        String chunk = Integer.toHexString(65_536) + "\r\n" + "x".repeat(65_536) + "\r\n";
        assertThat(exchange("POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk.repeat(17)))
                .as("a body that doesn't say how long it is")
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void servesWhileTwoHundredClientsDawdle() throws Exception {
        try (Dawdling crowd = Dawdling.on(house.door.port(), 200, "POST /slack/events")) {
            for (int i = 0; i < 20; i++) {
                assertThat(house.slack.command(RITA, GENERAL, "help " + i).acknowledged())
                        .isTrue();
            }
            assertThat(crowd.waiting()).isEqualTo(200);
        }
    }

    private String exchange(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), house.door.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        }
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

    @Test
    void answersWhenItHasTooMuchToDo() {
        var card = card();
        house.counter.hold();
        List<Delivery> taken = new ArrayList<>();
        for (int i = 0; i < Workers.THREADS + Workers.QUEUE; i++) {
            taken.add(house.slack.command(RITA, GENERAL, "help " + i));
            house.slack.click(AMIR, card, Ids.APPROVE);
        }
        Delivery over = house.slack.command(SampleWorkspace.BYSTANDER, GENERAL, "help");
        house.slack.click(AMIR, card, Ids.APPROVE);

        assertThat(taken)
                .allMatch(Delivery::acknowledged)
                .allMatch(delivery -> delivery.body().isEmpty());
        assertThat(over.acknowledged()).isTrue();
        assertThat(over.body()).contains("too much to do");
        assertThat(house.told(AMIR, "too much to do")).doesNotContain("Code:");
        house.counter.release();
        Eventually.is(
                () -> house.counter.commands.size() == taken.size(), () -> "served " + house.counter.commands.size());
    }

    @Test
    void finishesWhatItTookInAndTakesNothingNew() throws Exception {
        house.counter.hold();
        house.slack.command(RITA, GENERAL, "before");
        house.door.stopAccepting();
        assertThat(house.slack.command(RITA, GENERAL, "after").body()).contains("is restarting");
        assertThat(house.door.connected()).as("others are to get the work").isFalse();
        assertThat(house.door.drain(Duration.ofMillis(50))).as("trap 10").isFalse();
        house.counter.release();
        assertThat(house.door.drain(Duration.ofSeconds(10))).isTrue();
        house.told(RITA, "before");
        assertThat(house.counter.commands).hasSize(1);
    }
}
