package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxPageTest {

    private final HttpClient client =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    private SandboxPageDemo demo;

    @BeforeEach
    void start() throws IOException {
        System.setProperty("sandbox.port", "0");
        demo = new SandboxPageDemo();
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(demo.url().resolve(path));
    }

    private JsonNode state(String person) throws Exception {
        return new ObjectMapper().readTree(send(to("/state?person=" + person)).body());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(to(path).header("X-Sandbox", "yes").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void servesItsFilesAndNothingElse() throws Exception {
        HttpResponse<String> page = send(to("/"));
        assertThat(page.body()).contains("data-testid=\"composer\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self'");
        assertThat(send(to("/app.js")).headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(send(to("/demo/card.json")).statusCode()).isEqualTo(404);
        assertThat(send(to("/..%2flogback-test.xml")).statusCode()).isEqualTo(404);
    }

    @Test
    void showsEachPersonTheirOwn() throws Exception {
        assertThat(state("").path("me").asText()).isEqualTo("U0REQUESTER");
        ArrayNode mine = (ArrayNode) state("U0REQUESTER").at("/channels/0/messages");
        ArrayNode theirs = (ArrayNode) state("U0APPROVER1").at("/channels/0/messages");
        assertThat(mine)
                .hasSize(theirs.size() + 1)
                .anyMatch(m -> m.path("ephemeral").asBoolean());
        assertThat(theirs).noneMatch(m -> m.path("ephemeral").asBoolean());
    }

    @Test
    void otherPagesCanNeitherReadNorAct() throws Exception {
        String body = "{\"person\":\"U0REQUESTER\",\"channel\":\"C0APPROVALS\",\"text\":\"/ecr help\"}";
        assertThat(send(to("/command").POST(HttpRequest.BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/command", body).statusCode()).isEqualTo(200);
        assertThat(status(demo.url(), "evil.example")).contains("403");
        assertThat(status(demo.url(), "localhost:" + demo.url().getPort())).contains("200");
    }

    /** The JDK's client won't send a Host that isn't true. */
    private static String status(URI url, String host) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write(("GET /state HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void aButtonThatHasGoneCantBeClicked() throws Exception {
        assertThat(post("/click", "{\"person\":\"U0APPROVER1\",\"channel\":\"C0APPROVALS\",\"ts\":\"1.1\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post("/command", "{\"person\":\"U0NOBODY\",\"channel\":\"C0APPROVALS\",\"text\":\"hi\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void tellsOfChanges() throws Exception {
        try (var lines = client.send(to("/events").build(), HttpResponse.BodyHandlers.ofLines())
                .body()) {
            var events = lines.filter(line -> line.startsWith("data:")).iterator();
            String first = events.next();
            post("/command", "{\"person\":\"U0REQUESTER\",\"channel\":\"C0GENERAL\",\"text\":\"hello\"}");
            assertThat(events.next()).isNotEqualTo(first);
        }
    }
}
