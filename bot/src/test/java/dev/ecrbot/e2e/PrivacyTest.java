package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.slack.ApiCall;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.slack.message.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Looks at everything that the bot sent to Slack while people did their worst. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class PrivacyTest {
    private static final String WORST =
            "&lt;!channel&gt; &lt;!here&gt; &lt;@U0BYSTANDER&gt; *bold* `code` &lt;https://evil.example|click&gt; \u202E";

    private final Office office = new Office();

    @BeforeAll
    void theWorst() {
        office.grants("grant push infra/runner sales ci-deployer because " + WORST);
        office.grants("revoke push infra/runner sales ci-deployer because " + WORST);
        Message denied = office.asks(Office.RITA, "grant pull data/etl sales because " + WORST);
        office.clicks(Office.AMIR, denied, Office.DENY);
        var field = office.slack.await(
                () -> office.slack.views(Office.AMIR).stream().findFirst());
        office.slack.submit(Office.AMIR, field, Map.of("reason", "<!channel> <!here> <https://evil.example|click>"));
        office.written(Office.RITA, "<!channel>", Office.id(denied));
        Message cancelled = office.asks(Office.RITA, "grant pull data/etl finance because " + WORST);
        office.types(Office.RITA, "cancel " + Office.id(cancelled));
        office.until(cancelled, now -> now.shown().startsWith("🚫 Cancelled"));
        for (String typed : List.of(
                WORST,
                "grant " + WORST,
                "grant pull " + WORST,
                "grant pull payments/api " + WORST,
                "grant pull payments/api sales &lt;!channel&gt;",
                "grant pull payments/api sales for &lt;!channel&gt;",
                "cancel &lt;!channel&gt;",
                "help &lt;!channel&gt;",
                "status infra/runner",
                "requests",
                "login infra/runner")) {
            office.answer(Office.RITA, () -> office.types(Office.RITA, typed));
        }
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void nothingTypedIsMarkup() {
        assertThat(texts())
                .hasSizeGreaterThan(30)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("<!channel", "<!here", "<!everyone", "<@U0BYSTANDER", "<https://evil")
                        .doesNotContain("\u202E"));
        assertThat(nodes()).noneMatch(node -> node.path("type").asText().equals("broadcast"));
        assertThat(nodes())
                .filteredOn(node -> node.path("type").asText().equals("link"))
                .noneMatch(node -> node.path("url").asText().contains("evil"));
        assertThat(nodes())
                .filteredOn(node -> node.path("type").asText().equals("user"))
                .noneMatch(node -> node.path("user_id").asText().equals(Office.BEN.id()));
    }

    @Test
    void noSecretIsInAnyMessage() {
        List<String> secrets = List.of(
                office.slack.botToken(),
                office.slack.appToken(),
                office.slack.signingSecret(),
                LocalAws.SECRET_ACCESS_KEY,
                LocalAws.ACCESS_KEY_ID);
        assertThat(office.slack.calls())
                .filteredOn(
                        call -> call.args().containsKey("text") || call.args().containsKey("view"))
                .hasSizeGreaterThan(30)
                .allSatisfy(call -> assertThat(call.args().toString())
                        .doesNotContain(secrets)
                        .doesNotContain("ASIA", "xoxb-", "xapp-"));
    }

    @Test
    void buttonsCarryARequestsIdOrAQuestionAlone() {
        assertThat(nodes())
                .filteredOn(node -> node.path("type").asText().equals("button"))
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(button -> {
                    String carried = switch (button.path("action_id").asText()) {
                        case Ids.READ_NOW -> "status \\S+ fresh";
                        // It opens the empty form.
                        case Ids.NEW -> "new";
                        default -> "req-[0-9a-z]{8}";
                    };
                    assertThat(button.path("value").asText()).matches(carried);
                });
    }

    @Test
    void nothingIsLeftToDecideOnDecidedCards() {
        assertThat(office.cards()).hasSize(4).allSatisfy(card -> {
            assertThat(card.shown()).doesNotStartWith("Waiting");
            assertThat(card).matches(Office::isDecided);
        });
    }

    /** Returns what Slack takes for markup: the texts beside blocks, and those that say so. */
    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        office.slack.calls().forEach(call -> texts.add(call.args().getOrDefault("text", "")));
        nodes().stream()
                .filter(node ->
                        List.of("mrkdwn", "markdown").contains(node.path("type").asText()))
                .forEach(node -> texts.add(node.path("text").asText()));
        return texts;
    }

    private List<JsonNode> nodes() {
        List<JsonNode> nodes = new ArrayList<>();
        for (ApiCall call : office.slack.calls()) {
            for (String part : List.of("blocks", "view", "attachments")) {
                collect(tree(call.args().getOrDefault(part, "null")), nodes);
            }
        }
        return nodes;
    }

    private static void collect(JsonNode node, List<JsonNode> nodes) {
        nodes.add(node);
        node.forEach(child -> collect(child, nodes));
    }

    private static JsonNode tree(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
