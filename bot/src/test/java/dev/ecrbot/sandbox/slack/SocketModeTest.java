package dev.ecrbot.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.response.AckResponse;
import com.slack.api.socket_mode.response.MapResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketModeTest {

    private static final Person RITA = SampleWorkspace.REQUESTER;
    private static final String APPROVALS = SampleWorkspace.APPROVALS.id();

    private final LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        slack.close();
    }

    private SocketModeClient connect() throws Exception {
        SocketModeClient client = SlackClient.of(slack).socketMode(slack.appToken(), SocketModeClient.Backend.Tyrus);
        client.setAutoReconnectEnabled(true);
        client.addSlashCommandsEnvelopeListener(envelope -> {
            seen.add(envelope.getPayload().getAsJsonObject().get("text").getAsString());
            client.sendSocketModeResponse(MapResponse.builder()
                    .envelopeId(envelope.getEnvelopeId())
                    .payload(Map.of("text", "heard"))
                    .build());
        });
        client.addInteractiveEnvelopeListener(envelope -> {
            seen.add(envelope.getPayload().getAsJsonObject().get("type").getAsString());
            client.sendSocketModeResponse(new AckResponse(envelope.getEnvelopeId()));
        });
        client.connect();
        slack.deliverBySocket();
        connections(1);
        return client;
    }

    private void connections(int count) {
        slack.await(() -> Optional.of(slack.connections()).filter(n -> n == count));
    }

    @Test
    void carriesCommandsAndClicks() throws Exception {
        try (SocketModeClient client = connect()) {
            assertThat(client.verifyConnection()).isTrue();
            Delivery delivery = slack.command(RITA, APPROVALS, "help");
            assertThat(delivery.acknowledged()).isTrue();
            slack.redeliver(delivery, 1);
            assertThat(seen).containsExactly("help", "help");
            assertThat(slack.ephemerals(RITA)).extracting(Message::text).containsExactly("heard");

            SlackClient.methods(slack)
                    .chatPostMessage(r -> r.channel(APPROVALS)
                            .text("card")
                            .blocksAsString(
                                    "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"go\","
                                            + "\"text\":{\"type\":\"plain_text\",\"text\":\"Go\"}}]}]"));
            assertThat(slack.click(RITA, slack.messages(APPROVALS).get(0), "go").acknowledged())
                    .isTrue();
            assertThat(seen).endsWith("block_actions");
        }
    }

    @Test
    void isConnectedAgainAfterADrop() throws Exception {
        try (SocketModeClient client = connect()) {
            slack.dropConnections();
            slack.await(() -> Optional.of(slack.calls("apps.connections.open")).filter(calls -> calls.size() > 1));
            connections(1);
            assertAcknowledged("after");
            assertThat(client.isAutoReconnectEnabled()).isTrue();
        }
    }

    @Test
    void isConnectedAgainAfterARefresh() throws Exception {
        try (SocketModeClient client = connect()) {
            slack.disconnect("refresh_requested");
            slack.await(() -> Optional.of(slack.calls("apps.connections.open")).filter(calls -> calls.size() > 1));
            connections(1);
            assertAcknowledged("after");
            assertThat(client.isAutoReconnectEnabled()).isTrue();
        }
    }

    /** The client may come back twice, and leave the first of its new connections while something is on its way there. */
    private void assertAcknowledged(String text) {
        slack.await(() -> Optional.of(slack.command(RITA, APPROVALS, text)).filter(Delivery::acknowledged));
    }

    @Test
    void failsAtOnceWhenNobodyIsConnected() {
        slack.deliverBySocket();
        assertThat(slack.command(RITA, APPROVALS, "help").status()).isZero();
        assertThat(slack.ephemerals(RITA))
                .extracting(Message::text)
                .containsExactly("/ecr failed with the error \"dispatch_failed\"");
    }
}
