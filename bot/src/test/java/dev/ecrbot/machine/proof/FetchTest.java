package dev.ecrbot.machine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.LongestWait;
import dev.ecrbot.TrickleServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever is asked for keys, or for who somebody is, can hold nobody up, whatever they answer. */
final class FetchTest {
    private static HttpRequest.Builder to(TrickleServer server) {
        return HttpRequest.newBuilder(server.address()).GET();
    }

    @Test
    void aBodyThatNeverEndsIsGivenUpAndItsConnectionClosed() throws Exception {
        try (var server = new TrickleServer("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nsome")) {
            var fetch = new Fetch(Duration.ofMillis(300));
            assertThatThrownBy(() -> fetch.send(to(server)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no answer in time");
            assertThat(server.wasLeft()).isTrue();
        }
    }

    @Test
    void aBodyThatIsTooLongIsNotReadToItsEnd() throws Exception {
        String long600 = "x".repeat(600 * 1024);
        try (var server = new TrickleServer("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n" + long600)) {
            var fetch = new Fetch(LongestWait.TIME);
            assertThatThrownBy(() -> fetch.send(to(server))).isInstanceOf(IOException.class);
            assertThat(server.wasLeft()).isTrue();
        }
    }

    @Test
    void whatWasSentStandsInNoError() throws Exception {
        try (var server = new TrickleServer("no HTTP at all\r\n\r\n")) {
            var fetch = new Fetch(LongestWait.TIME);
            assertThatThrownBy(() -> fetch.send(to(server).header("Authorization", "AWS4-SECRET")))
                    .isInstanceOf(IOException.class)
                    .message()
                    .doesNotContain("AWS4-SECRET")
                    .doesNotContain("no HTTP");
        }
    }

    @Test
    void nobodyIsSentElsewhere() throws Exception {
        try (var server = new TrickleServer(
                "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(new Fetch(LongestWait.TIME).send(to(server)).status()).isEqualTo(302);
        }
    }
}
