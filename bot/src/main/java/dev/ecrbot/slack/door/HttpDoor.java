package dev.ecrbot.slack.door;

import com.sun.net.httpserver.HttpServer;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Slack posts to {@code /slack/events}. Nothing else is there. */
public final class HttpDoor implements Door {
    static final String PATH = "/slack/events";

    /** Each is busy only for as long as its request takes to arrive and to be acknowledged. */
    private static final int THREADS = 32;

    private static final int QUEUE = 1_000;

    static {
        // Read once, by the first server in the process. A client that dawdles over its request is cut off after these
        // seconds, and small answers aren't held back to be sent together with more.
        setIfUnset("sun.net.httpserver.maxReqTime", "5");
        setIfUnset("sun.net.httpserver.maxRspTime", "10");
        setIfUnset("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private volatile boolean open;

    public HttpDoor(int port, HttpDelivery delivery) {
        var count = new AtomicInteger();
        var pool = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(QUEUE), work -> {
                    Thread thread = new Thread(work, "slack-http-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        threads = pool;
        try {
            server = HttpServer.create(new InetSocketAddress(port), 256);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            Code.INTERNAL,
                            "The bot can't listen for Slack's requests on port " + port + ": " + e.getMessage() + ".",
                            "Set slack.port to another one."),
                    e);
        }
        server.createContext("/", delivery);
        server.setExecutor(threads);
    }

    /** Makes the JDK's server strict with slow clients. Of use only before the process has its first server. */
    public static void boundSlowClients() {
        // The work is done by this class's initializer.
    }

    private static void setIfUnset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void open() {
        server.start();
        open = true;
    }

    @Override
    public Optional<String> trouble() {
        return open ? Optional.empty() : Optional.of("The port for Slack isn't open");
    }

    /** Whoever balances requests looks at readiness; those that still come are told that the bot is stopping. */
    @Override
    public void leave() {}

    @Override
    public void close() {
        open = false;
        server.stop(0);
        threads.shutdownNow();
    }
}
