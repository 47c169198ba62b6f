package dev.ecrbot.sandbox.slack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A Slack workspace in this process: the bot calls its Web API over HTTP, and gets from it signed requests or socket
 * mode envelopes for what people type and click. People act through the methods here; each returns once the bot has
 * acknowledged. Safe to use from several threads.
 */
public final class LocalSlack extends SlackActs implements AutoCloseable {
    static {
        // Without it the JDK's server holds small answers back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Faults faults = new Faults();
    private final AtomicReference<Optional<RateLimits>> limits = new AtomicReference<>(Optional.empty());
    private final Scopes scopes = new Scopes();
    private final ExecutorService threads = Executors.newCachedThreadPool(LocalSlack::daemon);
    private final HttpServer server;

    private LocalSlack(Workspace workspace, Clock clock, HttpServer server) {
        super(workspace, clock, root(server));
        this.server = server;
        Map<String, ApiMethod> methods = new HashMap<>();
        methods.putAll(new AppMethods(directory, sockets::ticket).methods());
        methods.putAll(new BlocksMethods().methods());
        methods.putAll(new ChatMethods(directory, conversations, posts, clock).methods());
        methods.putAll(new ConversationMethods(directory, conversations).methods());
        methods.putAll(new PeopleMethods(directory, conversations, clock).methods());
        methods.putAll(new ViewMethods(directory, modals, triggers).methods());
        var files = new FileMethods(conversations, posts, root(server));
        methods.putAll(files.methods());
        server.createContext(FileMethods.PATH, files::upload);
        server.createContext("/api/", new WebApi(methods, limits, scopes, faults, calls, clock));
        ResponseDoor door = new ResponseDoor(urls, responses, faults, calls, clock);
        server.createContext("/commands/", door);
        server.createContext("/actions/", door);
        server.setExecutor(threads);
    }

    /** Returns a running Slack on a free port of 127.0.0.1. */
    public static LocalSlack start(Workspace workspace, Clock clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            LocalSlack slack = new LocalSlack(workspace, clock, server);
            server.start();
            slack.sockets.start();
            return slack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "local-slack");
        thread.setDaemon(true);
        return thread;
    }

    private static URI root(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Returns what the bot's {@code slack.api_url} has to be. */
    public URI apiUrl() {
        return root(server).resolve("/api/");
    }

    public String botToken() {
        return Bot.BOT_TOKEN;
    }

    public String appToken() {
        return Bot.APP_TOKEN;
    }

    public String signingSecret() {
        return Bot.SIGNING_SECRET;
    }

    /** Returns what the bot's token may do. */
    public Scopes scopes() {
        return scopes;
    }

    public String botUserId() {
        return Bot.USER;
    }

    /** Returns how many socket mode connections are open. */
    public int connections() {
        return sockets.connected();
    }

    /** Tells the bot to connect anew ({@code warning} or {@code refresh_requested}), and closes its connections. */
    public void disconnect(String reason) {
        sockets.refresh(reason);
    }

    /** Cuts all socket mode connections without a word. */
    public void dropConnections() {
        sockets.drop();
    }

    /** From now on refuses what is one call too many. */
    public void enforceLimits() {
        limits.set(Optional.of(new RateLimits(clock)));
    }

    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        faults.clear();
        courier.ifPresent(Courier::close);
        server.stop(0);
        threads.shutdownNow();
        try {
            sockets.stop(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
