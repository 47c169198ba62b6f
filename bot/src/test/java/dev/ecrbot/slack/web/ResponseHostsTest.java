package dev.ecrbot.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that came with a delivery is used only if it is Slack's. */
final class ResponseHostsTest {
    private static final URI API = URI.create("https://slack.com/api/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.slack.com/commands/T1DC2JH3J/397700885554/96rGlfmibIGlgcZRskXaIFfN",
                "https://hooks.slack.com:443/actions/T1/1/a",
                "https://HOOKS.SLACK.COM/app/T1/1/a",
                "https://hooks.slack-gov.com/commands/T1/1/a",
                "https://slack.com/api/x"
            })
    void slacksAreUsed(String url) {
        assertThat(new ResponseHosts(API).allow(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.slack.com",
                "//hooks.slack.com/x",
                "http://hooks.slack.com/commands/T1/1/a",
                "https://hooks.slack.com:8443/x",
                "https://hooks.slack.com@169.254.169.254/latest/meta-data/",
                "https://user:secret@hooks.slack.com/x",
                "https://169.254.169.254/latest/meta-data/iam/security-credentials/",
                "http://[fd00:ec2::254]/",
                "http://127.0.0.1:8080/metrics",
                "https://localhost/x",
                "https://hooks.slack.com.evil.example/x",
                "https://evil.example/hooks.slack.com",
                "https://evil.example#.slack.com",
                "https://evil.example?.slack.com",
                "https://evil.example\\\\.slack.com/x",
                "https://evilslack.com/x",
                "https://hooks.slack.com\n.evil.example/x",
                "https://hooks.slack.com%00.evil.example/x",
                "https://ḣooks.slack.com/x",
                "file:///etc/passwd",
                "gopher://hooks.slack.com/x",
                "jar:https://hooks.slack.com!/x"
            })
    void othersAreNot(String url) {
        assertThat(new ResponseHosts(API).allow(url)).isFalse();
    }

    @Test
    void theHostOfAnotherApiUrlCountsAsSlacks() {
        var hosts = new ResponseHosts(URI.create("http://127.0.0.1:4000/api/"));
        assertThat(hosts.allow("http://127.0.0.1:4001/response/1")).isTrue();
        assertThat(hosts.allow("http://127.0.0.2:4001/response/1")).isFalse();
    }

    @Test
    void nothingIsSentToOthersNorWhereARedirectLeads() throws Exception {
        var reached = new AtomicInteger();
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer inner = HttpServer.create(new InetSocketAddress(here, 0), 0);
        inner.createContext("/", exchange -> {
            reached.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        inner.start();
        String address = "http://127.0.0.1:" + inner.getAddress().getPort() + "/";
        HttpServer slack = HttpServer.create(new InetSocketAddress(here, 0), 0);
        slack.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", address);
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        slack.start();
        try (var far = new SlackClients(API, "xoxb-1");
                var near = new SlackClients(
                        URI.create("http://127.0.0.1:" + slack.getAddress().getPort() + "/api/"), "xoxb-1")) {
            assertThat(far.respond(address, "{}").done()).isEmpty();
            assertThat(near.respond("http://127.0.0.1:" + slack.getAddress().getPort() + "/r", "{}")
                            .done())
                    .isEmpty();
            assertThat(reached).hasValue(0);
        } finally {
            slack.stop(0);
            inner.stop(0);
        }
    }
}
