package dev.ecrbot.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.http.Address;
import dev.ecrbot.http.Dawdling;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
final class OpsServerTest {
    private static final Metrics.Counted PROBLEMS = new Metrics.Counted("ecrbot.problems", "Problems", "code");

    private static final Address ANY = new Address(Optional.empty(), 0);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Metrics metrics = new Metrics();
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void letHangingProbesGo() {
        never.countDown();
        metrics.close();
    }

    @Test
    void livesWithoutAskingProbes() throws Exception {
        try (var server = server(new Probe("store", this::hang))) {
            assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isReadyWhileEveryProbeIsUp() throws Exception {
        var up = new AtomicBoolean(true);
        try (var server = server(new Probe("store", () -> true), new Probe("slack", up::get))) {
            HttpResponse<String> ready = get(server, "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(ready.body())
                    .isEqualToIgnoringNewLines("{\"status\":\"up\",\"probes\":{\"store\":\"up\",\"slack\":\"up\"}}");

            up.set(false);
            HttpResponse<String> notReady = get(server, "/health/ready");
            assertThat(notReady.statusCode()).isEqualTo(503);
            assertThat(notReady.body())
                    .isEqualToIgnoringNewLines("{\"status\":\"down\",\"probes\":{\"store\":\"up\",\"slack\":\"down\"},"
                            + "\"reasons\":{\"slack\":\"slack can't be used\"}}");
        }
    }

    @Test
    void tellsOfWhatIsNotVitalAndIsReadyAllTheSame() throws Exception {
        try (var server = server(Probe.remark("rows", () -> Optional.of("2 of outbox")))) {
            HttpResponse<String> ready = get(server, "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body())
                    .isEqualToIgnoringNewLines("{\"status\":\"up\",\"probes\":{\"rows\":\"warning\"},"
                            + "\"reasons\":{\"rows\":\"2 of outbox\"}}");
        }
    }

    @Test
    void metricsTellWhatTheHealthPageFinds() throws Exception {
        var up = new AtomicBoolean();
        try (var server = server(new Probe("store", up::get), Probe.remark("rows", () -> Optional.of("2 of outbox")))) {
            assertThat(get(server, "/metrics").body())
                    .contains("ecrbot_trouble{probe=\"store\"} 2.0", "ecrbot_trouble{probe=\"rows\"} 1.0");
            up.set(true);
            assertThat(get(server, "/metrics").body()).contains("ecrbot_trouble{probe=\"store\"} 0.0");
        }
    }

    @Test
    void isReadyWithoutProbes() throws Exception {
        try (var server = server()) {
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void takesAProbeThatThrowsAsDown() throws Exception {
        try (var server = server(
                new Probe("exception", () -> {
                    throw new IllegalStateException("broken");
                }),
                new Probe("error", () -> {
                    throw new AssertionError("broken");
                }))) {
            assertThat(get(server, "/health/ready").body()).contains("\"exception\":\"down\",\"error\":\"down\"");
        }
    }

    @Test
    void takesAProbeThatHangsAsDownWithinASecond() throws Exception {
        try (var server = server(new Probe("slack", this::hang), new Probe("store", () -> true))) {
            long before = System.nanoTime();
            HttpResponse<String> ready = get(server, "/health/ready");

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(A_SECOND);
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("\"slack\":\"down\",\"store\":\"up\"");
        }
    }

    @Test
    void runsAHangingProbeOnceHoweverManyAsk() throws Exception {
        var runs = new AtomicInteger();
        try (var server = server(new Probe("slack", () -> {
            runs.incrementAndGet();
            return hang();
        }))) {
            List<CompletableFuture<HttpResponse<String>>> asked = Stream.generate(() -> ask(server, "/health/ready"))
                    .limit(10)
                    .toList();

            assertThat(asked)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(503));
            assertThat(runs).hasValue(1);
        }
    }

    @Test
    void recoversWithTheProbe() throws Exception {
        var answer = new CountDownLatch(1);
        try (var server = server(new Probe("slack", () -> await(answer)))) {
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(503);
            answer.countDown();
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void countsProblemsAndMeasuresTheProcess() throws Exception {
        try (var server = server()) {
            metrics.count(PROBLEMS, "no_rule");
            metrics.count(PROBLEMS, "no_rule");

            HttpResponse<String> scraped = get(server, "/metrics");
            assertThat(scraped.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
            assertThat(scraped.body())
                    .contains("ecrbot_problems_total{code=\"no_rule\"} 2.0")
                    .contains("jvm_memory_used_bytes", "jvm_gc_", "jvm_threads_live_threads", "process_uptime_seconds");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/health/live/", "/health/liver", "/metrics/x"})
    void knowsNoOtherPath(String path) throws Exception {
        try (var server = server()) {
            assertThat(get(server, path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void takesNoPathThatClimbs() throws Exception {
        try (var server = server()) {
            assertThat(get(server, "/%2e%2e/etc/passwd").statusCode()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void takesNoOtherMethod(String method) throws Exception {
        try (var server = server()) {
            HttpRequest request = HttpRequest.newBuilder(uri(server, "/metrics"))
                    .method(method, BodyPublishers.ofString("x"))
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        }
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        try (var server = server()) {
            HttpRequest request = HttpRequest.newBuilder(uri(server, "/health/ready"))
                    .method("HEAD", BodyPublishers.noBody())
                    .build();

            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void closesWithinASecondWhileAProbeHangs() throws Exception {
        var server = server(new Probe("slack", this::hang));
        CompletableFuture<HttpResponse<String>> asked = ask(server, "/health/ready");
        get(server, "/health/live");

        long before = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(A_SECOND);
        assertThat(asked.handle((answer, failure) -> failure == null ? answer.statusCode() : 503))
                .succeedsWithin(A_SECOND)
                .isEqualTo(503);
        URI live = URI.create("http://127.0.0.1:" + server.port() + "/health/live");
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(live).build(), BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void answersWhileTwoHundredClientsDawdle() throws Exception {
        try (var server = server(new Probe("store", () -> true));
                Dawdling crowd = Dawdling.on(server.port(), 200, "GET /metrics")) {
            for (int i = 0; i < 20; i++) {
                assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200);
                assertThat(get(server, "/metrics").statusCode()).isEqualTo(200);
            }
            assertThat(crowd.waiting()).isEqualTo(200);
        }
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (var server = server()) {
            assertThatThrownBy(() -> new OpsServer(new Address(Optional.empty(), server.port()), List.of(), metrics))
                    .isInstanceOf(IOException.class);
        }
    }

    private OpsServer server(Probe... probes) throws IOException {
        return new OpsServer(ANY, List.of(probes), metrics);
    }

    private boolean hang() {
        return await(never);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpResponse<String> get(OpsServer server, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(server, path)).build(), BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> ask(OpsServer server, String path) {
        return client.sendAsync(HttpRequest.newBuilder(uri(server, path)).build(), BodyHandlers.ofString());
    }

    private static URI uri(OpsServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
