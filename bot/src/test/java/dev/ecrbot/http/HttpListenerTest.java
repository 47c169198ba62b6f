package dev.ecrbot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class HttpListenerTest {
    private static final Address LOOPBACK = new Address(Optional.of("127.0.0.1"), 0);
    private static final ClientLimits PATIENT = ClientLimits.of(2_000);
    private static final String GET = "GET /here HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String LAST = "GET /here HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private final Dawdling clients = new Dawdling();
    private Optional<HttpListener> listener = Optional.empty();

    @AfterEach
    void close() throws IOException {
        clients.close();
        listener.ifPresent(HttpListener::close);
    }

    private int listen(ClientLimits limits) throws IOException {
        var opened = new HttpListener("test", LOOPBACK, limits, new Responder() {
            @Override
            public Optional<HttpAnswer> refusal(Head head) {
                return head.path().equals("/here") ? Optional.empty() : Optional.of(HttpAnswer.of(404));
            }

            @Override
            public HttpAnswer answer(Head head, byte[] body) {
                if (body.length == 1) {
                    throw new IllegalStateException("the responder's own mistake");
                }
                String said = head.method() + " " + head.header("x-two").orElse("") + " ";
                return HttpAnswer.of(200, "text/plain", said + new String(body, StandardCharsets.UTF_8));
            }
        });
        listener = Optional.of(opened);
        opened.open();
        return opened.port();
    }

    private String exchange(int port, String request) throws IOException {
        return Dawdling.rest(clients.add(port, request));
    }

    private static ClientLimits limits(Duration request, int perAddress, int connections) {
        return new ClientLimits(
                PATIENT.headerBytes(), PATIENT.bodyBytes(), request, PATIENT.idle(), perAddress, connections);
    }

    @Test
    void handsOverARequestThatHasArrivedWhole() throws IOException {
        int port = listen(PATIENT);
        Socket slow = clients.add(port, "POST /here HTTP/1.1\r\nHost: x\r\nX-TWO: ");
        assertThat(exchange(port, LAST)).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\nGET  ");
        Dawdling.send(slow, "a, b\r\nConnection: close\r\nContent-Length: 5\r\n\r\nmö");
        assertThat(exchange(port, LAST)).endsWith("GET  ");
        Dawdling.send(slow, "gen");
        assertThat(Dawdling.rest(slow)).startsWith("HTTP/1.1 200 ").contains("Content-Type: text/plain");
    }

    @Test
    void answersWhileTwoHundredClientsDawdle() throws IOException {
        int port = listen(limits(Duration.ofMinutes(5), 500, 500));
        try (Dawdling crowd = Dawdling.on(port, 200, "POST /here")) {
            for (int i = 0; i < 50; i++) {
                assertThat(exchange(port, LAST)).startsWith("HTTP/1.1 200 ");
            }
            assertThat(crowd.waiting()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /here HT",
                "GET /here HTTP/1.1\r\nX-",
                "POST /here HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"
            })
    void cutsOffWhoTakesTooLongThoughNeverIdle(String beginning) throws IOException {
        int port = listen(limits(Duration.ofMillis(300), 500, 500));
        Socket socket = clients.add(port, beginning);
        socket.setSoTimeout(20);
        assertThat(drips(socket)).doesNotContain("200");
        assertThat(exchange(port, LAST)).startsWith("HTTP/1.1 200 ");
    }

    /** Sends a letter each time that nothing has come for a while, until the other side has enough of it. */
    private static String drips(Socket socket) {
        var heard = new StringBuilder();
        while (true) {
            try {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return heard.toString();
                }
                heard.append((char) next);
            } catch (SocketTimeoutException e) {
                try {
                    Dawdling.send(socket, "x");
                } catch (IOException closed) {
                    return heard.toString();
                }
            } catch (IOException e) {
                return heard.toString();
            }
        }
    }

    @Test
    void keepsAConnectionThatRestsBetweenRequests() throws IOException {
        int port = listen(limits(Duration.ofMillis(300), 500, 500));
        Socket kept = clients.add(port, GET);
        assertThat(kept.getInputStream().readNBytes(12))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("HTTP/1.1 200");
        Socket later = clients.add(port, "GET /he");
        assertThat(Dawdling.rest(later)).as("cut off").doesNotContain("200");
        Dawdling.send(kept, LAST);
        assertThat(Dawdling.rest(kept)).contains("HTTP/1.1 200 ");
    }

    @Test
    void letsOneAddressHaveSoManyConnections() throws IOException {
        int port = listen(limits(Duration.ofMinutes(5), 3, 500));
        Dawdling others = Dawdling.on(port, 2, "POST /here");
        Socket third = clients.add(port, GET);
        assertThat(third.getInputStream().read()).isEqualTo('H');
        assertThat(exchange(port, LAST)).as("one too many").doesNotContain("200");
        others.close();
        Dawdling.send(third, GET);
        assertThat(third.getInputStream().readNBytes(12)).as("not touched").hasSize(12);
        String answer = "";
        while (!answer.contains("200")) {
            answer = exchange(port, LAST);
        }
    }

    @Test
    void takesSoManyConnectionsAtAll() throws IOException {
        int port = listen(limits(Duration.ofMinutes(5), 500, 4));
        Dawdling crowd = Dawdling.on(port, 4, "POST /here");
        assertThat(exchange(port, LAST)).as("one too many").doesNotContain("200");
        assertThat(crowd.waiting()).isEqualTo(4);
        crowd.close();
        String answer = "";
        while (!answer.contains("200")) {
            answer = exchange(port, LAST);
        }
    }

    @Test
    void boundsHeaderAndBody() throws IOException {
        int port = listen(PATIENT);
        assertThat(exchange(port, "GET /here HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(exchange(port, "POST /here HTTP/1.1\r\nHost: x\r\nContent-Length: 2001\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(exchange(
                        port,
                        "POST /here HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7d1\r\n"
                                + "x".repeat(2_001) + "\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(exchange(
                        port,
                        "POST /here HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2000\r\n\r\n"
                                + "x".repeat(2_000)))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nnonsense\r\n\r\n",
                "GET /here HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /here HTTP/1.1\r\n\r\n",
                "GET /here HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST /here HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx",
                "POST /here HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void tellsNothingOfItselfToWhoSendsNonsense(String request) throws IOException {
        assertThat(exchange(listen(PATIENT), request))
                .matches("(?s)HTTP/1.1 (4|50).*")
                .doesNotContainIgnoringCase("jetty", "exception", "java", "ecrbot")
                .endsWith("\r\n\r\n");
    }

    @Test
    void listensWhereItIsToldTo() throws IOException {
        int port = listen(PATIENT);
        assertThatThrownBy(() -> {
                    try (var elsewhere = new Socket()) {
                        elsewhere.connect(new InetSocketAddress("127.0.0.2", port), 2_000);
                    }
                })
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() ->
                        new HttpListener("test", new Address(Optional.of("192.0.2.1"), 0), PATIENT, responderOfNone()))
                .isInstanceOf(IOException.class);
    }

    private static Responder responderOfNone() {
        return new Responder() {
            @Override
            public Optional<HttpAnswer> refusal(Head head) {
                return Optional.of(HttpAnswer.of(404));
            }

            @Override
            public HttpAnswer answer(Head head, byte[] body) {
                return HttpAnswer.of(404);
            }
        };
    }
}
