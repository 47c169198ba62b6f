package dev.ecrbot.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts off connections whose request takes too long. Jetty's own time limit is one between bytes, which a client keeps that
 * sends one now and then. Thread-safe.
 */
final class Dawdlers implements Connection.Listener {
    private static final long LOOK_MILLIS = 250;

    private final long limit;
    private final Scheduler scheduler;
    private final Map<Connection, Pace> open = new ConcurrentHashMap<>();

    Dawdlers(Duration limit, Scheduler scheduler) {
        this.limit = limit.toNanos();
        this.scheduler = scheduler;
    }

    /** Looks at all connections now, and again and again until the scheduler is stopped. */
    void watch() {
        long now = System.nanoTime();
        open.forEach((connection, pace) -> {
            if (pace.lasts(connection.getBytesIn(), now) > limit) {
                connection.getEndPoint().close();
            }
        });
        scheduler.schedule(this::watch, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Pace(System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    /** Says that the head of a request has arrived. */
    void arrived(Request request) {
        Connection connection = request.getConnectionMetaData().getConnection();
        Pace pace = open.get(connection);
        if (pace != null) {
            pace.begin(request.getId(), System.nanoTime());
            Request.addCompletionListener(request, failure -> pace.rest(request.getId(), connection.getBytesIn()));
        }
    }

    /** How one connection gets on: it is busy with a request from the first byte on, or at rest. */
    private static final class Pace {
        private boolean busy = true;
        private long since;
        private String request = "";
        private long bytes;

        Pace(long now) {
            since = now;
        }

        synchronized void begin(String id, long now) {
            request = id;
            if (!busy) {
                busy = true;
                since = now;
            }
        }

        synchronized void rest(String id, long in) {
            // The next one may have begun already.
            if (request.equals(id)) {
                busy = false;
                bytes = in;
            }
        }

        synchronized long lasts(long in, long now) {
            if (!busy && in != bytes) {
                busy = true;
                since = now;
            }
            return busy ? now - since : 0;
        }
    }
}
