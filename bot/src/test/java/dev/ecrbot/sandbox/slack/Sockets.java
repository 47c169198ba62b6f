package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/** The WebSocket end of socket mode: lets in who has a ticket, says hello, hands out envelopes in turn. */
final class Sockets extends WebSocketServer {

    private final Changes changes;
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final List<WebSocket> open = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final CompletableFuture<Integer> started = new CompletableFuture<>();

    Sockets(Changes changes) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.changes = changes;
        setReuseAddr(true);
        setDaemon(true);
        setTcpNoDelay(true);
    }

    /** Returns an address that lets one connection in, once. */
    URI ticket() {
        String ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return URI.create("ws://127.0.0.1:" + started.join() + "/link/?ticket=" + ticket + "&app_id=" + Bot.APP);
    }

    int connected() {
        return open.size();
    }

    /** Sends an envelope over the next connection in turn. @return its acknowledgement, if ever */
    CompletableFuture<String> send(String envelopeId, String envelope) {
        CompletableFuture<String> acknowledged = new CompletableFuture<>();
        List<WebSocket> now = List.copyOf(open);
        if (now.isEmpty()) {
            acknowledged.completeExceptionally(new IllegalStateException("no connection is open"));
            return acknowledged;
        }
        waiting.put(envelopeId, acknowledged);
        try {
            now.get(Math.floorMod(turn.getAndIncrement(), now.size())).send(envelope);
        } catch (WebsocketNotConnectedException e) {
            // It was closed this moment: the envelope is lost, and is brought again.
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    /** Tells every client to come back over a new connection, then closes. */
    void refresh(String reason) {
        String message = Json.object()
                .put("type", "disconnect")
                .put("reason", reason)
                .set("debug_info", Json.object().put("host", "applink-local"))
                .toString();
        open.forEach(socket -> {
            socket.send(message);
            socket.close(CloseFrame.NORMAL);
        });
    }

    /** Cuts every connection without a word. */
    void drop() {
        open.forEach(socket -> socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "dropped"));
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        String ticket = request.getResourceDescriptor().replaceFirst(".*[?&]ticket=([^&]*).*", "$1");
        if (!tickets.remove(ticket)) {
            throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "no such ticket");
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        open.add(socket);
        var hello = Json.object().put("type", "hello").put("num_connections", open.size());
        hello.putObject("debug_info")
                .put("host", "applink-local")
                .put("build_number", 1)
                .put("approximate_connection_time", 18_060);
        hello.putObject("connection_info").put("app_id", Bot.APP);
        socket.send(hello.toString());
        changes.happened();
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        Json.parse(message).ifPresent(ack -> {
            CompletableFuture<String> waiter =
                    waiting.remove(ack.path("envelope_id").asText());
            if (waiter != null) {
                JsonNode payload = ack.path("payload");
                waiter.complete(payload.isObject() && payload.isEmpty() ? "" : plain(payload));
            }
        });
    }

    private static String plain(JsonNode payload) {
        if (payload.isMissingNode() || payload.isNull()) {
            return "";
        }
        return payload.isTextual() ? payload.textValue() : payload.toString();
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        open.remove(socket);
        changes.happened();
    }

    @Override
    public void onError(WebSocket socket, Exception e) {
        started.completeExceptionally(e);
    }

    @Override
    public void onStart() {
        started.complete(getPort());
    }
}
