package dev.ecrbot.sandbox.slack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where the bot would: takes requests down and answers all of them alike. */
final class StandIn implements AutoCloseable {

    /** A request as it came in; header names in lower case. */
    record Request(Map<String, String> headers, String body) {
        Args form() {
            return Args.parse("application/x-www-form-urlencoded", body);
        }
    }

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "";

    StandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/slack/events", http -> {
            Map<String, String> headers = new TreeMap<>();
            http.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(headers, body));
            new Exchange(http).answer(status, answer.startsWith("{") ? "application/json" : "text/plain", answer);
        });
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    void answer(int newStatus, String newAnswer) {
        status = newStatus;
        answer = newAnswer;
    }

    List<Request> requests() {
        return requests;
    }

    Request last() {
        return requests.get(requests.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
