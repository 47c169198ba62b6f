package dev.ecrbot.machine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.ecrbot.cli.Misuse;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.machine.MachineHouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line of machines, against the door. */
final class ClientTest {
    private static final String[] LINE = {
        "grant", "pull", "payments/api", "sales", "ci-deployer", "for", "7d", "because", "nightly", "build"
    };

    private final MachineHouse house = new MachineHouse();
    private final StringWriter error = new StringWriter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Duration> pauses = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void asksAndIsDoneWhereNothingIsWaitedFor() throws IOException {
        assertThat(ask(List.of("--json", "--key", "build-4711"), LINE))
                .as(error::toString)
                .isZero();
        JsonNode json = new ObjectMapper().readTree(out.toByteArray());
        assertThat(json.path("state").asText()).isEqualTo("pending");
        assertThat(pauses).isEmpty();
        out.reset();
        assertThat(ask(List.of("--cancel", json.path("id").asText()))).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(json.path("id").asText() + " is cancelled");
    }

    @Test
    void waitsUntilItIsInEffect() {
        meanwhile = () -> {
            if (pauses.size() == 2) {
                house.bench.deliver();
                house.bench.approves(DeskBench.AMIR, only());
                house.bench.work();
            }
        };
        assertThat(ask(List.of("--wait", "--key", "build-4711"), LINE))
                .as(error::toString)
                .isZero();
        assertThat(pauses).hasSize(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("is applied, decided by " + DeskBench.AMIR.user());
    }

    @Test
    void tellsThatItWasDenied() {
        meanwhile = () -> house.bench.denies(DeskBench.AMIR, only());
        assertThat(ask(List.of("--wait", "--key", "build-4711"), LINE)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("is denied");
    }

    @Test
    void givesUpWaitingWithTheKeyToGoOn() {
        meanwhile = () -> house.bench.clock.advance(Duration.ofMinutes(10));
        assertThat(ask(List.of("--wait", "--for-at-most", "PT30M", "--key", "build-4711"), LINE))
                .isEqualTo(3);
        assertThat(error.toString()).contains("Nobody has decided yet", "--key build-4711");
    }

    @Test
    void tellsWhyItIsRefused() {
        assertThat(ask(List.of(), "grant", "pull", "payments/api", "nobody", "ci"))
                .isEqualTo(2);
        assertThat(error.toString()).contains("account_unknown: ");
        assertThat(ask(List.of(), "breakglass", "pull", "payments/api", "sales", "ci", "because", "x"))
                .isEqualTo(1);
        assertThat(error.toString()).contains("machine_refused: ");
        assertThat(ask(List.of())).as("nothing asked for").isEqualTo(2);
    }

    @Test
    void answersQuestions() {
        assertThat(run(question(), List.of("--json", "audit", "as", "file"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"rows\":");
        out.reset();
        assertThat(run(question(), List.of("can", "sales", "ci-deployer", "pull", "payments/api")))
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("ci-deployer");
    }

    @Test
    void triesAgainWhereNobodyAnswersAndThenSaysSo() {
        int code = execute(ask(), List.of("--server", "http://127.0.0.1:1", "--oidc-token-file", token("x"), "who"));
        assertThat(code).isEqualTo(3);
        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(16));
    }

    @Test
    void aJobOfGithubHasATokenHandedOutForEachCall() throws IOException {
        var asked = new ArrayList<String>();
        HttpServer github = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        github.createContext("/token", exchange -> {
            asked.add(exchange.getRequestURI().getRawQuery() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = ("{\"value\": \"" + house.token() + "\"}").getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        github.start();
        try {
            String url = "http://127.0.0.1:" + github.getAddress().getPort() + "/token?api-version=2";
            var token = new GithubToken(
                    Map.of("ACTIONS_ID_TOKEN_REQUEST_URL", url, "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "t"),
                    MachineHouse.AUDIENCE);
            assertThat(house.gets("/v1/whoami", token.authorization()).text("machine"))
                    .isEqualTo("payments-ci");
            assertThat(asked).containsExactly("api-version=2&audience=https%3A%2F%2Fecr-bot.example.com Bearer t");
            assertThat(token).hasToString("GithubToken[https://ecr-bot.example.com]");
        } finally {
            github.stop(0);
        }
        assertThatThrownBy(() -> new GithubToken(Map.of(), "x").authorization())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("id-token: write");
    }

    @Test
    void aProofNeverTravelsInTheClear() {
        for (String server : List.of("http://ecr-bot.example.com", "ftp://x", "https://u:p@x", "x", "https://x?y")) {
            error.getBuffer().setLength(0);
            assertThat(execute(ask(), List.of("--server", server, "--oidc-token-file", token("x"), "who")))
                    .isEqualTo(3);
            assertThat(error.toString()).contains("--server");
        }
    }

    /** What stood there would be left out without a word. */
    @Test
    void aPathBehindTheServerIsRefused() {
        assertThat(execute(
                        ask(),
                        List.of("--server", "https://x.example.com/bot", "--oidc-token-file", token("x"), "who")))
                .isEqualTo(3);
        assertThat(error.toString()).contains("--server", "without a path");
        assertThat(pauses).isEmpty();
    }

    private Request only() {
        String id = house.gets("/v1/requests").json().at("/requests/0/id").asText();
        return house.bench.ledger.transact(
                books -> books.requests().find(new RequestId(id)).orElseThrow());
    }

    private AskCommand ask() {
        return new AskCommand(new NoSigner(), house.bench.clock, this::pause);
    }

    private QuestionCommand question() {
        return new QuestionCommand(new NoSigner(), this::pause);
    }

    private void pause(Duration time) {
        pauses.add(time);
        meanwhile.run();
        // A token is good for ten minutes only: whoever hands them out writes the next one there.
        token(house.token());
    }

    private int ask(List<String> options, String... words) {
        var all = new ArrayList<>(options);
        all.addAll(List.of(words));
        return run(ask(), all);
    }

    private int run(Object command, List<String> arguments) {
        var all = new ArrayList<>(
                List.of("--server", "http://127.0.0.1:" + house.port(), "--oidc-token-file", token(house.token())));
        all.addAll(arguments);
        return execute(command, all);
    }

    private String token(String text) {
        try {
            return Files.writeString(directory.resolve("token"), text + "\n").toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int execute(Object command, List<String> arguments) {
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return Misuse.answeredBy(new CommandLine(command).setErr(new PrintWriter(error, true)))
                    .execute(arguments.toArray(String[]::new));
        } finally {
            System.setOut(before);
        }
    }

    private static final class NoSigner implements CallSigner {
        @Override
        public Optional<Region> region() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> signed(URI address, Region region, Map<String, String> headers, String body)
                throws IOException {
            throw new IOException("no credentials");
        }
    }
}
