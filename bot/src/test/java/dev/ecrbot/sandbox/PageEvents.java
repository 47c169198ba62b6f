package dev.ecrbot.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Tells every open page, by Server-Sent Events, that there is something new; the page then asks what. */
final class PageEvents {

    /** Also how long it takes to notice that a page has gone. */
    private static final long HEARTBEAT_MILLIS = 15_000;

    private long version;
    private boolean closed;

    synchronized void changed() {
        version++;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Holds the exchange's thread for as long as the page is open. */
    void stream(HttpExchange http) throws IOException {
        PageAnswer.secure(http.getResponseHeaders());
        http.getResponseHeaders().set("Content-Type", "text/event-stream");
        http.sendResponseHeaders(200, 0);
        try (OutputStream out = http.getResponseBody()) {
            long told = -1;
            while (true) {
                long now = next(told);
                if (now < 0) {
                    return;
                }
                String event = now == told ? ": still here\n\n" : "data: " + now + "\n\n";
                told = now;
                out.write(event.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            http.close();
        }
    }

    private synchronized long next(long told) throws InterruptedException {
        long end = System.currentTimeMillis() + HEARTBEAT_MILLIS;
        while (!closed && version == told) {
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return closed ? -1 : version;
    }
}
