package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.machine.TestIssuer;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A machine asks over HTTP, people see so on the card and decide, and the machine finds out what became of it. */
@Tag("whole")
final class MachineApiTest {
    private static final String SUBJECT = "repo:acme/payments:ref:refs/heads/main";
    private static final String AUDIENCE = "https://ecr-bot.example.com";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void isDecidedByPeopleAndToldWhenAsked() throws IOException, InterruptedException {
        try (var issuer = new TestIssuer();
                var office = new Office(TrialConfig.http().withRules(rules(issuer)))) {
            String token = issuer.token(SUBJECT, AUDIENCE);
            JsonNode asked = call(
                    office,
                    token,
                    "POST",
                    "/v1/asks",
                    "{\"ask\": \"grant pull payments/api sales ci-deployer for 7d because nightly build\"}",
                    202);
            assertThat(asked.path("state").asText()).isEqualTo("pending");
            String id = asked.path("id").asText();
            Message card = office.slack.await(() -> office.cards().stream()
                    .filter(message -> message.shown().contains(id))
                    .findFirst());
            assertThat(card.shown()).contains("payments-ci (a machine) asks");

            office.approves(Office.AMIR, card);
            JsonNode done = office.slack.await(() -> {
                JsonNode now = call(office, token, "GET", "/v1/requests/" + id, "", 200);
                return Optional.of(now).filter(json -> json.path("final").asBoolean());
            });
            assertThat(done.path("state").asText()).isEqualTo("applied");
            assertThat(done.at("/decision/by").asText()).isEqualTo(Office.AMIR.id());
            assertThat(done.at("/grant/state").asText()).isEqualTo("active");

            JsonNode who = call(
                    office, token, "POST", "/v1/questions", "{\"question\": \"who pull payments/api fresh\"}", 200);
            assertThat(who.path("rows"))
                    .anySatisfy(
                            row -> assertThat(row.path("principal").asText()).contains("ci-deployer"));
            JsonNode story = call(office, token, "GET", "/v1/requests", "", 200);
            assertThat(story.path("total").asInt()).isEqualTo(1);
        }
    }

    private static String rules(TestIssuer issuer) {
        return TrialConfig.RULES.replaceFirst("requesters: \\[anyone]", "requesters: [anyone, machine:payments-ci]")
                + """
                machines:
                  port: 0
                  audience: %s
                  identities:
                    payments-ci:
                      oidc: {issuer: "%s", subjects: ["%s"]}
                      questions: true
                """.formatted(AUDIENCE, issuer.url(), SUBJECT);
    }

    private JsonNode call(Office office, String token, String method, String path, String body, int status) {
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + office.trial.bot().machinePort() + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "build-4711")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            return new ObjectMapper().readTree(response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
