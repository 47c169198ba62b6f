package dev.ecrbot.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code /health/live}, {@code /health/ready} and {@code /metrics} on every interface.
 *
 * <p>Listens as soon as it is made, so that whoever starts the bot can tell a slow start from a dead one: hand in a probe
 * that says whether the start is over. Thread-safe.
 */
public final class OpsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpsServer.class);
    private static final int THREADS = 4;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService handlers = Executors.newFixedThreadPool(THREADS, threads("ops"));
    private final ExecutorService runners;
    private final Health health;
    private final Metrics metrics;

    /**
     * Binds the port and starts to listen.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public OpsServer(int port, List<Probe> probes, Metrics metrics) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(port), 0);
        this.runners = Executors.newFixedThreadPool(Math.max(1, probes.size()), threads("ops-probe"));
        this.health = new Health(probes, runners);
        this.metrics = metrics;
        server.createContext("/", this::handle);
        server.setExecutor(handlers);
        server.start();
    }

    /** Returns the port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once; probes still under way are interrupted. */
    @Override
    public void close() {
        server.stop(0);
        handlers.shutdownNow();
        runners.shutdownNow();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            answer(exchange);
        } catch (IOException e) {
            LOG.debug("The client went away", e);
        } catch (RuntimeException e) {
            LOG.warn("{} failed", exchange.getRequestURI(), e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!Set.of("/health/live", "/health/ready", "/metrics").contains(path)) {
            send(exchange, 404, TEXT, "There are /health/live, /health/ready and /metrics.\n");
        } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            send(exchange, 405, TEXT, "Only GET and HEAD.\n");
        } else if (path.equals("/metrics")) {
            send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
        } else if (path.equals("/health/live")) {
            sendHealth(exchange, Map.of());
        } else {
            sendHealth(exchange, health.ask());
        }
    }

    private static void sendHealth(HttpExchange exchange, Map<String, Finding> findings) throws IOException {
        boolean up = findings.values().stream().noneMatch(Finding::isDown);
        String reasons = object(findings, Finding::trouble);
        send(
                exchange,
                up ? 200 : 503,
                "application/json",
                "{\"status\":" + quoted(up ? "up" : "down")
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

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getRequestBody().close();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
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
