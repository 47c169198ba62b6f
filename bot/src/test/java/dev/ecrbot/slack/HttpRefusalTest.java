package dev.ecrbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.http.Dawdling;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.slack.message.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is no delivery of Slack's, or came before, does nothing. */
final class HttpRefusalTest extends HttpHouse {
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
}
