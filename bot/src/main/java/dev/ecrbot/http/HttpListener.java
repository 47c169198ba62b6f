package dev.ecrbot.http;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Listens on a port. A client takes up a connection and what it has sent so far, but no thread before its request has
 * arrived whole; one that dawdles is cut off. Thread-safe.
 */
public final class HttpListener implements AutoCloseable {
    private static final int THREADS = 10;
    private static final int KEPT_THREADS = 2;
    // Whoever finds a request answers it, and this one looks for the next: without it each is handed on to another
    // thread first.
    private static final int RESERVED = 1;
    private static final int IDLE_MILLIS = 60_000;
    private static final int BACKLOG = 256;

    private final Server server;
    private final ServerConnector connector;
    private final Dawdlers dawdlers;
    private final int port;

    /**
     * Takes the port: clients can connect, and wait until it is opened.
     *
     * @param name of its threads
     * @throws IOException if the port can't be listened on
     */
    public HttpListener(String name, Address address, ClientLimits limits, Responder responder) throws IOException {
        var scheduler = new ScheduledExecutorScheduler(name + "-time", true);
        server = server(name, scheduler);
        dawdlers = new Dawdlers(limits.request(), scheduler);
        connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(protocol(limits)));
        connector.setPort(address.port());
        connector.setHost(address.host().orElse(null));
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setAcceptQueueSize(BACKLOG);
        connector.addBean(dawdlers);
        connector.addBean(new Crowds(limits));
        server.addConnector(connector);
        server.setHandler(new Exchange(responder, limits, dawdlers));
        server.setErrorHandler(new Request.Handler() {
            // Jetty's own page says which of its classes didn't like what, and blames requests that an end cuts off.
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Exchange.send(response, callback, responder.failure(server.isRunning() ? response.getStatus() : 503));
                return true;
            }
        });
        server.setStopTimeout(0);
        connector.open();
        port = connector.getLocalPort();
    }

    /** Loads what the first listener is made of, which takes a while, so that others can do something else meanwhile. Returns true. */
    public static boolean load() {
        try (var none = new ServerConnector(
                server("load", new ScheduledExecutorScheduler("load", true)),
                0,
                1,
                new HttpConnectionFactory(new HttpConfiguration()))) {
            return none.isStopped();
        }
    }

    private static Server server(String name, Scheduler scheduler) {
        // With a queue of its own Jetty would ask the JVM's management for one number, which takes longer than the
        // rest.
        var threads = new QueuedThreadPool(THREADS, KEPT_THREADS, IDLE_MILLIS, new LinkedBlockingQueue<>());
        threads.setName(name);
        threads.setDaemon(true);
        threads.setReservedThreads(RESERVED);
        return new Server(threads, scheduler, null);
    }

    private static HttpConfiguration protocol(ClientLimits limits) {
        var protocol = new HttpConfiguration();
        protocol.setRequestHeaderSize(limits.headerBytes());
        protocol.setSendServerVersion(false);
        return protocol;
    }

    /** Answers from now on. */
    public void open() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("a port that was taken can't be served", e);
        }
        dawdlers.watch();
    }

    /** Returns the port that it listens on. */
    public int port() {
        return port;
    }

    /** Stops at once; answers that are being made are given up, with 503 or by closing the connection. */
    @Override
    public void close() {
        connector.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server for HTTP didn't stop", e);
        }
    }
}
