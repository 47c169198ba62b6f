package dev.ecrbot.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.methods.MethodsClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Person RITA = SampleWorkspace.REQUESTER;
    private static final String APPROVALS = SampleWorkspace.APPROVALS.id();
    private static final String BUTTONS = """
            [{"type":"actions","block_id":"revision-1","elements":[{"type":"button","action_id":"request.approve",
            "value":"R-7","style":"primary","text":{"type":"plain_text","text":"Approve"}}]}]
            """;

    private final LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
    private final MethodsClient client = SlackClient.methods(slack);
    private StandIn bot;

    @BeforeEach
    void listen() throws IOException {
        bot = new StandIn();
        slack.deliverTo(bot.url());
    }

    @AfterEach
    void stop() {
        bot.close();
        slack.close();
    }

    @Test
    void signsCommands() {
        Delivery delivery = slack.command(RITA, APPROVALS, "grant pull payments/api sales because “ünïcode” & more");

        assertThat(delivery.acknowledged()).isTrue();
        var request = bot.last();
        assertThat(request.form().values())
                .containsEntry("command", "/ecr")
                .containsEntry("text", "grant pull payments/api sales because “ünïcode” & more")
                .containsEntry("user_id", RITA.id())
                .containsEntry("team_id", SampleWorkspace.TEAM)
                .containsEntry("channel_name", "ecr-approvals")
                .containsKeys("response_url", "trigger_id", "api_app_id");
        assertThat(verified(request)).isTrue();
    }

    private boolean verified(StandIn.Request request) {
        return new SlackSignature.Verifier(new SlackSignature.Generator(slack.signingSecret()))
                .isValid(
                        request.headers().get("x-slack-request-timestamp"),
                        request.body(),
                        request.headers().get("x-slack-signature"));
    }

    @Test
    void repeatsADeliveryByteForByte() {
        Delivery first = slack.command(RITA, APPROVALS, "help");
        slack.redeliver(first, 1);
        assertThat(bot.last().body()).isEqualTo(first.sentBody());
        assertThat(bot.last().headers())
                .containsEntry("x-slack-retry-num", "1")
                .containsEntry("x-slack-retry-reason", "http_timeout");
        assertThat(verified(bot.last())).isTrue();
    }

    @Test
    void sendsAnythingRaw() {
        byte[] body = "text=x".getBytes(StandardCharsets.UTF_8);
        slack.raw(body, slack.signed(body, Instant.EPOCH));
        assertThat(bot.last().headers()).containsEntry("x-slack-request-timestamp", "0");
        assertThat(verified(bot.last())).isFalse();
    }

    @Test
    void showsWhatTheAcknowledgementSays() {
        bot.answer(200, "{\"text\":\"only you\"}");
        slack.command(RITA, APPROVALS, "help");
        bot.answer(200, "{\"response_type\":\"in_channel\",\"text\":\"all of you\"}");
        slack.command(RITA, APPROVALS, "help");
        bot.answer(500, "");
        slack.command(RITA, APPROVALS, "help");

        assertThat(slack.ephemerals(RITA))
                .extracting(Message::text)
                .containsExactly("only you", "/ecr failed with the error \"dispatch_failed\"");
        assertThat(slack.messages(APPROVALS)).extracting(Message::text).containsExactly("all of you");
    }

    @Test
    void clicksButtonsAsTheyWereShown() throws Exception {
        String ts = client.chatPostMessage(
                        r -> r.channel(APPROVALS).text("card").blocksAsString(BUTTONS))
                .getTs();
        Message before = slack.messages(APPROVALS).get(0);
        client.chatUpdate(r ->
                r.channel(APPROVALS).ts(ts).text("card").blocksAsString(BUTTONS.replace("revision-1", "revision-2")));

        slack.click(SampleWorkspace.APPROVER, before, "request.approve");
        JsonNode stale = Json.parse(bot.last().form().text("payload")).orElseThrow();
        assertThat(stale.at("/actions/0/block_id").asText()).isEqualTo("revision-1");
        assertThat(stale.at("/actions/0/value").asText()).isEqualTo("R-7");
        assertThat(stale.at("/message/ts").asText()).isEqualTo(ts);
        assertThat(stale.at("/container/channel_id").asText()).isEqualTo(APPROVALS);
        assertThat(stale.at("/user/team_id").asText()).isEqualTo(SampleWorkspace.TEAM);

        slack.click(SampleWorkspace.STRANGER, slack.current(before).orElseThrow(), "request.approve");
        JsonNode fresh = Json.parse(bot.last().form().text("payload")).orElseThrow();
        assertThat(fresh.at("/actions/0/block_id").asText()).isEqualTo("revision-2");
        assertThat(fresh.at("/user/team_id").asText()).isEqualTo(SampleWorkspace.OTHER_TEAM);
        assertThat(verified(bot.last())).isTrue();
    }

    @Test
    void opensAModalOnceAndSubmitsIt() throws Exception {
        slack.command(RITA, APPROVALS, "help");
        String trigger = bot.last().form().text("trigger_id");
        String modal = """
                {"type":"modal","callback_id":"deny","private_metadata":"R-7","title":{"type":"plain_text","text":"Deny"},
                "submit":{"type":"plain_text","text":"Send"},"blocks":[{"type":"input","block_id":"reason",
                "label":{"type":"plain_text","text":"Why"},"element":{"type":"plain_text_input","action_id":"text"}}]}
                """;
        assertThat(client.viewsOpen(r -> r.triggerId(trigger).viewAsString(modal))
                        .isOk())
                .isTrue();
        assertThat(client.viewsOpen(r -> r.triggerId(trigger).viewAsString(modal))
                        .getError())
                .isEqualTo("exchanged_trigger_id");

        View view = slack.views(RITA).get(0);
        bot.answer(200, "{\"response_action\":\"errors\",\"errors\":{\"reason\":\"too short\"}}");
        slack.submit(RITA, view, Map.of("text", "no"));
        assertThat(slack.views(RITA).get(0).errors()).containsEntry("reason", "too short");

        bot.answer(200, "");
        slack.submit(RITA, view, Map.of("text", "no, because"));
        JsonNode payload = Json.parse(bot.last().form().text("payload")).orElseThrow();
        assertThat(payload.at("/view/state/values/reason/text/value").asText()).isEqualTo("no, because");
        assertThat(payload.at("/view/private_metadata").asText()).isEqualTo("R-7");
        assertThat(slack.views(RITA)).isEmpty();
    }

    @Test
    void takesFivePostsToACommandsResponseUrlNoneInThePlaceOfAnother() throws Exception {
        slack.command(RITA, APPROVALS, "help");
        URI url = URI.create(bot.last().form().text("response_url"));
        for (int i = 0; i < 5; i++) {
            assertThat(respond(url, "{\"replace_original\":true,\"text\":\"answer\"}"))
                    .isEqualTo("200 ok");
        }
        assertThat(respond(url, "{\"text\":\"answer\"}")).startsWith("404").contains("used_url");
        assertThat(slack.ephemerals(RITA)).hasSize(5);
    }

    @Test
    void replacesAndDeletesEphemeralMessagesByResponseUrl() throws Exception {
        client.chatPostEphemeral(
                r -> r.channel(APPROVALS).user(RITA.id()).text("x").blocksAsString(BUTTONS));
        Message whisper = slack.ephemerals(RITA).get(0);
        assertThatThrownBy(() -> slack.click(SampleWorkspace.APPROVER, whisper, "request.approve"))
                .isInstanceOf(IllegalArgumentException.class);
        slack.click(RITA, whisper, "request.approve");
        JsonNode payload = Json.parse(bot.last().form().text("payload")).orElseThrow();
        assertThat(payload.has("message")).isFalse();
        URI url = URI.create(payload.path("response_url").asText());
        respond(url, "{\"replace_original\":true,\"text\":\"done\"}");
        assertThat(slack.ephemerals(RITA))
                .singleElement()
                .satisfies(m -> assertThat(m.shown()).isEqualTo("done"));
        respond(url, "{\"delete_original\":true}");
        assertThat(slack.ephemerals(RITA)).isEmpty();
    }

    private static String respond(URI url, String body) throws Exception {
        HttpResponse<String> answer = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .build()
                .send(
                        HttpRequest.newBuilder(url)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
