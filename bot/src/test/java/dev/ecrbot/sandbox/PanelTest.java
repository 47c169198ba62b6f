package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.time.Tempo;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the side panel asks of the sandbox, each thing of another repository. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PanelTest {
    private static final String TOOLS = SeedRegistry.west("team/tools").arn();
    private static final String MOBILE = SeedRegistry.west("mobile/backend").arn();
    private static final String NOTEBOOK = "arn:aws:iam::444444444444:role/notebook";

    private final HttpClient client =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    private Sandbox sandbox;
    private LocalSlack slack;

    @BeforeAll
    void start() {
        System.setProperty("sandbox.port", "0");
        sandbox = Sandbox.start(Clock.systemUTC(), new Tempo(10));
        slack = sandbox.trial().slack();
    }

    @AfterAll
    void stop() {
        sandbox.attestAndClose();
    }

    private HttpResponse<String> post(String path, ObjectNode body) throws Exception {
        return send(HttpRequest.newBuilder(sandbox.page().url().resolve(path))
                .header("X-Sandbox", "yes")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static ObjectNode body() {
        return new ObjectMapper().createObjectNode();
    }

    private JsonNode panel() throws Exception {
        return new ObjectMapper()
                .readTree(send(HttpRequest.newBuilder(sandbox.page().url().resolve("/panel")))
                        .body());
    }

    private Message asks(String line, String repository) {
        slack.command(SampleWorkspace.REQUESTER, SampleWorkspace.GENERAL.id(), line);
        return card("Waiting for approval", repository);
    }

    private Message card(String state, String repository) {
        return slack.await(() -> slack.messages(SampleWorkspace.APPROVALS.id()).stream()
                .filter(each -> each.shown().contains(state) && each.shown().contains(repository))
                .findFirst());
    }

    private void approves(Message card) {
        slack.click(SampleWorkspace.APPROVER, card, "request.approve");
    }

    @Test
    void somebodyElseWritesAPolicyAndIsRefusedAsAwsRefuses() throws Exception {
        String written = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                + NOTEBOOK + "\"},\"Action\":[\"ecr:BatchGetImage\",\"ecr:GetDownloadUrlForLayer\","
                + "\"ecr:BatchCheckLayerAvailability\"]}]}";
        assertThat(post("/panel/policy", body().put("repository", TOOLS).put("text", written))
                        .statusCode())
                .isEqualTo(200);
        assertThat(sandbox.trial().ecr().history(SeedRegistry.west("team/tools")))
                .last()
                .satisfies(change -> assertThat(change.by().arn()).endsWith("user/administrator"));
        var refused = post(
                "/panel/policy",
                body().put("repository", TOOLS).put("text", written.replace("role/notebook", "role/nobody")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("InvalidParameterException", "Principal not found");
        var who = post("/panel/who", body().put("repository", TOOLS).put("who", NOTEBOOK));
        assertThat(new ObjectMapper().readTree(who.body()).path("verdict").asText())
                .isEqualTo("yes");
        assertThat(who.body()).contains("Statement 1 of the repository's policy allows.");
        assertThat(post("/panel/policy", body().put("repository", TOOLS).put("text", ""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(sandbox.trial().ecr().policy(SeedRegistry.west("team/tools")))
                .isEmpty();
        assertThat(post("/panel/who", body().put("repository", TOOLS).put("who", NOTEBOOK))
                        .body())
                .contains("\"verdict\":\"no\"", "No statement allows it.");
    }

    @Test
    void whatIsntACallerIsSaidSo() throws Exception {
        var refused = post("/panel/who", body().put("repository", MOBILE).put("who", "bob"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("“bob” isn't a caller");
    }

    @Test
    void theClockGoesForwardAloneAndWhatIsDueHappens() throws Exception {
        approves(asks("grant pull data/etl finance report-runner for 7d", "data/etl"));
        card("Applied, active", "data/etl");
        assertThat(post("/panel/clock", body().put("by", "-PT1H")).body()).contains("only goes forward");
        assertThat(post("/panel/clock", body().put("to", "2020-01-01T00:00:00Z"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/panel/clock", body().put("by", "P5000D")).statusCode())
                .isEqualTo(400);
        post("/panel/clock", body().put("by", "P6DT6H"));
        slack.await(() -> slack.dms(SampleWorkspace.REQUESTER).stream()
                .filter(each -> each.shown().matches("(?s).*(It ends|They end) soon.*"))
                .findFirst());
        post("/panel/clock", body().put("by", "P1D"));
        card("Ended", "data/etl");
        assertThat(panel().path("ahead").asText()).isEqualTo("7 days and 6 hours");
        assertThat(panel().path("events").toString()).contains("\"kind\":\"ASKED\"");
    }

    @Test
    void ecrFailsAndComesBack() throws Exception {
        Message card = asks("grant pull infra/gateway finance report-runner for 7d", "infra/gateway");
        post("/panel/faults", body().put("ecr", "drops"));
        approves(card);
        card("Applied, active", "infra/gateway");
        assertThat(panel().path("calls").toString()).contains("\"outcome\":\"answer lost\"");
        post("/panel/faults", body().put("ecr", "refuses"));
        approves(asks("grant pull infra/runner finance report-runner for 7d", "infra/runner"));
        card("Failed", "infra/runner");
        assertThat(panel().path("ecr").asText()).isEqualTo("refuses");
        post("/panel/faults", body().put("ecr", "well").put("slackAway", true));
        assertThat(panel().path("slackAway").asBoolean()).isTrue();
        post("/panel/faults", body().put("slackAway", false));
        slack.click(SampleWorkspace.APPROVER, card("Failed", "infra/runner"), "request.retry");
        card("It was tried again", "infra/runner");
    }

    @Test
    void otherPagesCantReachThePanel() throws Exception {
        for (String path : new String[] {"policy", "who", "clock", "faults", "bot"}) {
            assertThat(send(HttpRequest.newBuilder(sandbox.page().url().resolve("/panel/" + path))
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"by\":\"PT1H\"}")))
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(post("/panel/nothing", body()).statusCode()).isEqualTo(404);
    }

    @Test
    void thePanelListsWhoExists() throws Exception {
        JsonNode world = panel();
        assertThat(world.path("accounts").toString())
                .contains("\"sales\"", "arn:aws:iam::222222222222:role/ci-deployer");
        assertThat(world.path("organizations").toString()).contains("acme (o-abc123def4)");
    }

    @Test
    void patternsOrganizationsAndFunctionsCanBeTried() {
        assertThat(asks("grant pull payments/* sales ci-deployer for 7d", "payments/*")
                        .shown())
                .contains("those made later");
        assertThat(asks("grant pull shared/base-images org:acme for 7d", "shared/base-images")
                        .shown())
                .contains("organization acme");
        assertThat(asks("grant pull payments/worker lambda:sales/nightly-* for 7d", "payments/worker")
                        .shown())
                .contains("Lambda functions");
    }

    @Test
    void aMessageIsExplainedFromItsMenu() throws Exception {
        Message pasted = slack.messages(SampleWorkspace.GENERAL.id()).get(0);
        var answer = post(
                "/shortcut",
                body().put("person", SampleWorkspace.REQUESTER.id())
                        .put("channel", SampleWorkspace.GENERAL.id())
                        .put("ts", pasted.ts())
                        .put("callback", "error.fix"));
        assertThat(answer.body()).contains("\"status\":200");
        slack.await(() -> slack.ephemerals(SampleWorkspace.REQUESTER).stream()
                .filter(each -> each.shown().contains("report-runner"))
                .findFirst());
    }
}
