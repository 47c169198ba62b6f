package dev.ecrbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.slack.api.SlackConfig;
import dev.ecrbot.config.Mode;
import dev.ecrbot.config.SlackSettings;
import dev.ecrbot.http.Address;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.Samples;
import dev.ecrbot.slack.web.Reply;
import dev.ecrbot.slack.web.SlackClients;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What is known to go wrong with Slack's SDK, and isn't shown by a test of its own beside. */
class TrapsTest {

    /** Trap 1: Bolt would start, and take what is signed with a key that everybody knows. */
    @Test
    void noDoorOpensWithABlankSecret() {
        var settings = new SlackSettings(
                Mode.HTTP, new Address(Optional.empty(), 0), URI.create("http://127.0.0.1:1/api/"), Optional.empty());
        try (var room =
                new SlackRoom(settings, "xoxb-1", Samples.NAMING, Clock.systemUTC(), SlackRoom.Heard.BY_NOBODY)) {
            assertThatThrownBy(() -> room.httpDoor(new ScriptedCounter(), " "))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Trap 3: the SDK sends what is meant for this machine to the proxy. */
    @Test
    void aProxyIsNotAskedForThisMachine() {
        String before = System.setProperty("http.proxyHost", "proxy.invalid");
        try (LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
                SlackClients clients = new SlackClients(slack.apiUrl(), slack.botToken())) {
            assertThat(new SlackConfig().getProxyUrl()).isEqualTo("http://proxy.invalid");
            assertThat(clients.web().whoAmI().done()).isPresent();
        } finally {
            if (before == null) {
                System.clearProperty("http.proxyHost");
            } else {
                System.setProperty("http.proxyHost", before);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:80/api/, true",
        "http://127.1.2.3/api/, true",
        "http://localhost/api/, true",
        "http://slack.localhost/api/, true",
        "http://[::1]:80/api/, true",
        "https://slack.com/api/, false",
        "https://127.0.0.1.example/api/, false",
        "https://localhost.example/api/, false"
    })
    void thisMachineIsKnown(URI url, boolean loopback) {
        assertThat(SlackClients.isLoopback(url)).isEqualTo(loopback);
    }

    /** Trap 4: neither wiring nor starting the app asks Slack anything, and no request does. */
    @Test
    void theAppAsksNobodyWhoItIs() {
        try (OpenHouse house = OpenHouse.http(SampleWorkspace.create())) {
            house.door.start();
            house.slack.command(SampleWorkspace.REQUESTER, SampleWorkspace.GENERAL.id(), "help");
            assertThat(house.slack.calls()).isEmpty();
        }
    }

    /** Trap 12: at DEBUG the SDK prints tokens, and cuts up a short one without looking. */
    @Test
    void theSdkIsNeverAtDebug() throws Exception {
        assertThat(Files.readString(Path.of("src/main/resources/logback.xml")))
                .contains("<logger name=\"com.slack.api\" level=\"INFO\"/>")
                .contains("<logger name=\"com.slack.api.bolt.util.SlackRequestParser\" level=\"ERROR\"/>");
        var logger = (Logger) LoggerFactory.getLogger("com.slack.api.methods");
        assertThat(logger.getEffectiveLevel().isGreaterOrEqual(Level.INFO)).isTrue();
    }

    @Test
    void aShortTokenHarmsNobodyAndIsNeverAsked() {
        try (LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
                SlackClients clients = new SlackClients(slack.apiUrl(), "xoxb-1")) {
            Reply<?> reply = clients.web().post("C0X", new Rendered("x", List.of()), Optional.empty());
            assertThat(reply).isInstanceOf(Reply.Unsure.class);
            assertThat(reply.toString()).doesNotContain("xoxb");
            assertThat(slack.calls("auth.test"))
                    .as("B1: the hidden call for a team id")
                    .isEmpty();
        }
    }

    /** Trap 14, and what Slack may add one day. */
    @Test
    void fieldsThatNobodyKnowsAreNoObstacle() {
        try (OpenHouse house = OpenHouse.http()) {
            String payload = "{\"type\":\"block_actions\",\"new_thing\":{\"a\":[1]},\"user\":{\"id\":\"U0APPROVER1\","
                    + "\"team_id\":\"T0HOME\",\"more\":true},\"team\":{\"id\":\"T0HOME\"},\"trigger_id\":\"9.9.9\","
                    + "\"channel\":{\"id\":\"C0GENERAL\"},\"actions\":[{\"action_id\":\"request.approve\","
                    + "\"block_id\":\"revision.3\",\"value\":\"req-7k2m9xqa\",\"odd\":null}]}";
            byte[] body = ("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.US_ASCII);
            Delivery delivery = house.slack.raw(body, house.slack.signed(body, Instant.now()));
            assertThat(delivery.status()).isEqualTo(200);
            house.told(SampleWorkspace.APPROVER, "has your approval");
            assertThat(house.counter.clicks.get(0).revision()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "payload=%7B%22type%22%3A%22block_actions%22%7D|400",
                "payload=%7B%7D|400",
                "payload=nonsense|400",
                "payload=%5B%5D|400",
                "nothing=here|400",
                "command=%2Fother&user_id=U0A&team_id=T0HOME&trigger_id=1|404",
                "ssl_check=1&token=x|200",
            })
    void whatCannotBeReadIsRefusedAndHarmsNobody(String form, int status) {
        try (OpenHouse house = OpenHouse.http()) {
            byte[] body = form.getBytes(StandardCharsets.US_ASCII);
            assertThat(house.slack
                            .raw(body, house.slack.signed(body, Instant.now()))
                            .status())
                    .isEqualTo(status);
            house.slack.command(SampleWorkspace.REQUESTER, SampleWorkspace.GENERAL.id(), "help");
            house.told(SampleWorkspace.REQUESTER, "Heard");
        }
    }
}
