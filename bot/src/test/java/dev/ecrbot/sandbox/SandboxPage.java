package dev.ecrbot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the page, to this machine alone: port {@code -Dsandbox.port}, or 8099, or whichever is free. */
public final class SandboxPage implements AutoCloseable {

    private static final int PORT = 8099;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(SandboxPage::daemon);
    private final ExecutorService watcher = Executors.newSingleThreadExecutor(SandboxPage::daemon);
    private final PageEvents events = new PageEvents();
    private final PageState state;
    private final PageActions actions;
    private final LocalSlack slack;
    private final Person first;
    private final Optional<Panel> panel;
    private final Runnable stopListening;

    private SandboxPage(HttpServer server, LocalSlack slack, PolicySource source, Scene scene) {
        this.server = server;
        this.slack = slack;
        first = scene.cast().get(0).person();
        panel = scene.panel();
        PolicyHistory policies = new PolicyHistory(source, scene.clock());
        state = new PageState(slack, policies, scene);
        actions = new PageActions(slack);
        stopListening = slack.onChange(events::changed);
        panel.ifPresent(world -> world.onChange(events::changed));
        // On a thread of its own: whoever changes a policy may hold a lock that looking at it needs.
        source.onChange(() -> watcher.execute(() -> {
            policies.look();
            events.changed();
        }));
        server.createContext("/", this::handle);
        server.setExecutor(threads);
    }

    /** Starts to serve. */
    static SandboxPage start(LocalSlack slack, PolicySource source, Scene scene) {
        try {
            SandboxPage page = new SandboxPage(bind(Integer.getInteger("sandbox.port", PORT)), slack, source, scene);
            page.server.start();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer bind(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sandbox-page");
        thread.setDaemon(true);
        return thread;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void handle(HttpExchange http) throws IOException {
        if (!PageGuard.admits(http)) {
            PageAnswer.text(403, "This page only talks to itself.").send(http);
            return;
        }
        if (http.getRequestURI().getPath().equals("/events")) {
            events.stream(http);
            return;
        }
        answer(http).send(http);
    }

    private PageAnswer answer(HttpExchange http) throws IOException {
        String path = http.getRequestURI().getPath();
        try {
            if (http.getRequestMethod().equals("POST")) {
                return done(
                        path,
                        new ObjectMapper()
                                .readTree(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            }
            return switch (path) {
                case "/state" -> state(http);
                case "/panel" -> panel.map(Panel::state).orElseGet(() -> PageAnswer.json("{}"));
                default -> PageFiles.read(path);
            };
        } catch (IllegalArgumentException e) {
            return PageAnswer.text(400, String.valueOf(e.getMessage()));
        }
    }

    private PageAnswer done(String path, JsonNode ask) {
        if (path.startsWith("/panel/")) {
            PageAnswer answer =
                    panel.map(world -> world.act(path, ask)).orElseGet(() -> PageAnswer.text(404, "nothing here"));
            events.changed();
            return answer;
        }
        return switch (path) {
            case "/command" -> actions.command(ask);
            case "/suggest" -> actions.suggest(ask);
            case "/home" -> actions.home(ask);
            case "/click" -> actions.click(ask);
            case "/change" -> actions.change(ask);
            case "/submit" -> actions.submit(ask);
            case "/shortcut" -> actions.shortcut(ask);
            default -> PageAnswer.text(404, "nothing here");
        };
    }

    /** Somebody has to be looking: whom the page names, else the first one. */
    private PageAnswer state(HttpExchange http) {
        String id = String.valueOf(http.getRequestURI().getQuery()).replaceFirst("^person=", "");
        return PageAnswer.json(state.of(slack.people().stream()
                        .filter(person -> person.id().equals(id))
                        .findFirst()
                        .orElse(first))
                .toString());
    }

    @Override
    public void close() {
        stopListening.run();
        events.close();
        server.stop(0);
        watcher.shutdown();
        threads.shutdownNow();
    }
}
