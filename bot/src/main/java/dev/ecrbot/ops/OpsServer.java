package dev.ecrbot.ops;

import dev.ecrbot.http.Address;
import dev.ecrbot.http.ClientLimits;
import dev.ecrbot.http.Head;
import dev.ecrbot.http.HttpAnswer;
import dev.ecrbot.http.HttpListener;
import dev.ecrbot.http.Responder;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Serves {@code /health/live}, {@code /health/ready} and {@code /metrics}.
 *
 * <p>Listens as soon as it is made, so that whoever starts the bot can tell a slow start from a dead one: hand in a probe
 * that says whether the start is over. Thread-safe.
 */
public final class OpsServer implements AutoCloseable, Responder {
    private static final int LONGEST_BODY = 1024;
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String METHODS = "GET, HEAD";

    private final HttpListener listener;
    private final ExecutorService runners;
    private final Health health;
    private final Metrics metrics;
    private final String version;
    /** By the names of probes: 1 where one warns, 2 where the bot is of no use; as of the last scrape. */
    private final Map<String, Integer> troubles = new ConcurrentHashMap<>();

    /**
     * Binds the port and starts to listen.
     *
     * @throws IOException if the port can't be listened on
     */
    public OpsServer(Address address, List<Probe> probes, Metrics metrics) throws IOException {
        this(address, probes, metrics, "");
    }

    /** As the other; the health page tells this version. */
    public OpsServer(Address address, List<Probe> probes, Metrics metrics, String version) throws IOException {
        this.version = version.isEmpty() ? "" : ",\"version\":" + quoted(version);
        this.runners = Executors.newFixedThreadPool(Math.max(1, probes.size()), threads("ops-probe"));
        this.health = new Health(probes, runners);
        this.metrics = metrics;
        probes.forEach(probe -> metrics.gauge(
                "ecrbot.trouble",
                "What the health page finds: 0 for nothing, 1 for a warning, 2 where the bot is of no use",
                "probe",
                probe.name(),
                () -> troubles.getOrDefault(probe.name(), 0)));
        this.listener = new HttpListener("ops", address, ClientLimits.of(LONGEST_BODY), this);
        listener.open();
    }

    /** Returns the port it listens on. */
    public int port() {
        return listener.port();
    }

    /** Stops at once; probes still under way are interrupted. */
    @Override
    public void close() {
        listener.close();
        runners.shutdownNow();
    }

    @Override
    public Optional<HttpAnswer> refusal(Head head) {
        if (!Set.of("/health/live", "/health/ready", "/metrics").contains(head.path())) {
            return Optional.of(fresh(404, TEXT, ProbeWords.pages()));
        }
        return Set.of("GET", "HEAD").contains(head.method())
                ? Optional.empty()
                : Optional.of(HttpAnswer.onlyTakes(METHODS, TEXT, ProbeWords.methods()));
    }

    @Override
    public HttpAnswer answer(Head head, byte[] body) {
        return switch (head.path()) {
            case "/metrics" -> metrics();
            case "/health/ready" -> health(health.ask());
            default -> health(Map.of());
        };
    }

    private HttpAnswer metrics() {
        health.ask().forEach((probe, finding) -> troubles.put(probe, finding.level()));
        return fresh(200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
    }

    private HttpAnswer health(Map<String, Finding> findings) {
        boolean up = findings.values().stream().noneMatch(Finding::isDown);
        String reasons = object(findings, Finding::trouble);
        return fresh(
                up ? 200 : 503,
                "application/json",
                "{\"status\":" + quoted(up ? "up" : "down") + version
                        + ",\"probes\":" + object(findings, finding -> Optional.of(finding.state()))
                        + (reasons.equals("{}") ? "" : ",\"reasons\":" + reasons) + "}\n");
    }

    private static String object(Map<String, Finding> findings, Function<Finding, Optional<String>> part) {
        return findings.entrySet().stream()
                .flatMap(entry ->
                        part
                                .apply(entry.getValue())
                                .map(value -> quoted(entry.getKey()) + ":" + quoted(value))
                                .stream())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String name) {
        return '"' + name.replaceAll("[\\p{Cntrl}\"\\\\]", "?") + '"';
    }

    private static HttpAnswer fresh(int status, String type, String body) {
        var headers = new HashMap<>(HttpAnswer.of(status, type, body).headers());
        headers.put("Cache-Control", "no-store");
        return new HttpAnswer(status, headers, body);
    }

    private static ThreadFactory threads(String name) {
        var number = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
