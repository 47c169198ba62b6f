package dev.ecrbot.webhook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;

/** Whoever takes the audit trail, on this machine; answers each post as it is told. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> signed = new CopyOnWriteArrayList<>();
    private final List<String> empty = new CopyOnWriteArrayList<>();
    private volatile IntUnaryOperator answer = length -> 204;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                if (body.length == 0) {
                    empty.add(exchange.getRequestHeaders().getFirst(Endpoint.PING) + " "
                            + exchange.getRequestHeaders().getFirst(Signature.HEADER));
                }
                int status = answer.applyAsInt(body.length);
                if (status < 0) {
                    return;
                }
                if (status / 100 == 2) {
                    taken.addAll(
                            new String(body, StandardCharsets.UTF_8).lines().toList());
                    signed.add(exchange.getRequestHeaders().getFirst(Signature.HEADER) + "\n"
                            + new String(body, StandardCharsets.UTF_8));
                }
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/audit?token=hush");
    }

    /** Has it answer with this status, by the length of what is posted; below 0 it closes the connection. */
    void answers(IntUnaryOperator status) {
        answer = status;
    }

    List<String> taken() {
        return List.copyOf(taken);
    }

    List<String> signed() {
        return List.copyOf(signed);
    }

    /** Returns of each delivery without a body what its headers say of itself: whether it is a trial, and its signature. */
    List<String> empty() {
        return List.copyOf(empty);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
