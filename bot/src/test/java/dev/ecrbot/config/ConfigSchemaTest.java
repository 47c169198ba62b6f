package dev.ecrbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ecrbot.config.reader.ConfigReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema that editors go by, against the reader that decides. */
final class ConfigSchemaTest {
    private static final Path CONFIG = Path.of("..", "config");
    private static final String UNKNOWN = "qqqqqqqqqqqqqqqqqqqq";
    private static final String KNOWN = "known here are ";
    /** Has every key that there is. */
    private static final String WHOLE = """
            slack: {mode: http, port: 3001, host: 127.0.0.1, api_url: "https://slack.com/api/", command: /ecr, fallback_channel: C0FALLBACK}
            registries:
              central:
                account: "111111111111"
                regions: [us-west-2]
                role: arn:aws:iam::111111111111:role/ecr-bot
                attribution: request
            accounts: {sales: "222222222222", finance: "333333333333"}
            organizations:
              acme: {id: o-abc123def4, accounts: [sales], paths: {finance: r-ab12/ou-ab12-11111111}}
            access_sets: {scan: [DescribeImages]}
            rules:
              - name: payments-pull
                repositories: ["payments/*"]
                patterns: true
                access: [pull, scan]
                to: [sales]
                principals: [role]
                requesters: [anyone]
                approvers: [U0APPROVER1, S0OWNERS]
                approvals: 2
                self_approval: true
                breakglass: {people: [U0ONCALL], for: 4h, review_within: 1h, per_day: 3, channel: C0SECURITY}
                auto_approve: {access: [pull], for_at_most: 7d, per_day: 20}
                channel: C0APPROVALS
                max_duration: 30d
                conditions: {StringEquals: {"aws:SourceVpce": [vpce-0a1b2c3d]}}
                limits: {pending_per_person: 5, grants_per_person: 10}
                reason: required
                notify: {who: [S0AUDIT], ping: false}
                viewers: [anyone]
                watch: {changes: true, digest: true}
                hours: {days: [mon, fri], from: "08:00", to: "18:00", zone: Europe/Berlin}
                escalate: {to: [S0OWNERS], after: 2h}
                request_timeout: 8h
                revoke: immediate
            include:
              - {file: team.yml, repositories: ["web/*"]}
            limits: {pending_per_person: 50, commands_per_minute: 600, refused_clicks_per_minute: 30}
            store: {url: "jdbc:h2:file:./data/ecr-bot", retention: 400d, anchors: ./data/anchors.jsonl, backup: {folder: /backup, every: 12h, keep: 3}}
            ops: {port: 8081, host: 127.0.0.1}
            index: {refresh: 6h}
            production: {tag: env, values: [prod]}
            audit: {webhook: "https://audit.example.com/ecr-bot"}
            machines:
              port: 8091
              host: 127.0.0.1
              audience: https://ecr-bot.example.com
              identities:
                payments-ci:
                  oidc: {issuer: "https://token.actions.githubusercontent.com", subjects: ["repo:acme/payments:ref:refs/heads/main"]}
                  iam: arn:aws:iam::222222222222:role/ci
                  questions: true
                  audit: true
                  limits: {asks_per_minute: 5, asks_per_day: 50, questions_per_minute: 60}
            admins: {who: [U0ADMIN, S0ADMINS], channel: C0ADMINS}
            policy: {expiry_in_policy: false, reread_every: 1h}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();
    private final JsonSchema schema = new JsonSchema(json(CONFIG.resolve("ecr-bot.schema.json")));

    @TempDir
    private Path directory;

    @BeforeEach
    void team() throws IOException {
        Files.writeString(directory.resolve("team.yml"), """
                rules:
                  - {name: web, repositories: ["web/*"], access: [pull], to: [sales], requesters: [anyone],
                     approvers: [U0APPROVER1], channel: C0WEB}
                """);
    }

    @Test
    void theSampleIsValid() throws IOException {
        assertThat(schema.wrong(yaml(Files.readString(CONFIG.resolve("ecr-bot.yml")))))
                .isEmpty();
        assertThat(schema.wrong(yaml(WHOLE))).isEmpty();
        assertThat(schema.wrong(yaml(ConfigText.LEAST.text()))).isEmpty();
        assertThat(mistakes(yaml(WHOLE))).isEmpty();
    }

    @Test
    void eachKeyThatTheReaderTakesIsInTheSchemaAndNoOther() throws IOException {
        var places = new ArrayList<String>();
        eachObject((path, properties) -> {
            ObjectNode changed = whole();
            at(changed, path).put(UNKNOWN, "x");
            String known = mistakes(changed).stream()
                    .map(Mistake::text)
                    .filter(text -> text.contains(KNOWN))
                    .findFirst()
                    .orElseThrow();
            assertThat(Arrays.stream(known.substring(known.indexOf(KNOWN) + KNOWN.length())
                            .split(", ", -1)))
                    .as(path.toString())
                    .containsExactlyInAnyOrderElementsOf(names(properties));
            assertThat(names(at(whole(), path))).as("tried at %s", path).containsAll(names(properties));
            places.add(String.join(".", path));
        });
        assertThat(places)
                .contains("", "slack", "registries.central", "organizations.acme", "rules.0", "include.0", "policy");
    }

    @Test
    void whatIsLeftOutIsMissedByBothOrByNeither() throws IOException {
        eachObject((path, properties) -> names(properties).forEach(key -> {
            ObjectNode changed = whole();
            at(changed, path).remove(key);
            boolean missed = mistakes(changed).stream()
                    .anyMatch(mistake -> mistake.text().contains("needs the key"));
            assertThat(!schema.wrong(changed).isEmpty())
                    .as("%s without %s", path, key)
                    .isEqualTo(missed);
        }));
        ObjectNode without = whole();
        without.remove(List.of("rules", "include"));
        assertThat(schema.wrong(without)).isNotEmpty();
        assertThat(mistakes(without)).isNotEmpty();
    }

    /** An editor that shows mistakes where there are none would teach people to look away. */
    @Test
    void whatTheSchemaRefusesTheReaderRefuses() throws IOException {
        List<JsonNode> values = List.of(
                JsonNodeFactory.instance.booleanNode(true),
                JsonNodeFactory.instance.numberNode(0),
                JsonNodeFactory.instance.numberNode(99_999),
                JsonNodeFactory.instance.textNode("Any text!"),
                JsonNodeFactory.instance.textNode(""),
                JsonNodeFactory.instance.textNode("30d"),
                JsonNodeFactory.instance.textNode("U0SOMEBODY"),
                JsonNodeFactory.instance.arrayNode(),
                JsonNodeFactory.instance.arrayNode().add("anyone"),
                JsonNodeFactory.instance.objectNode());
        var refused = new ArrayList<String>();
        eachObject((path, properties) -> names(properties)
                .forEach(key -> values.forEach(value -> {
                    ObjectNode changed = whole();
                    at(changed, path).set(key, value);
                    if (!schema.wrong(changed).isEmpty()) {
                        assertThat(mistakes(changed))
                                .as("%s.%s: %s", path, key, value)
                                .isNotEmpty();
                        refused.add(key);
                    }
                    if (value.getNodeType() != at(whole(), path).get(key).getNodeType()) {
                        assertThat(schema.wrong(changed))
                                .as("%s.%s: %s", path, key, value)
                                .isNotEmpty();
                    }
                })));
        assertThat(refused).hasSizeGreaterThan(300);
    }

    @Test
    void includedFilesHaveASchemaOfTheirOwn() throws IOException {
        JsonNode rules = json(CONFIG.resolve("ecr-bot-rules.schema.json"));
        assertThat(names(rules.get("properties"))).containsExactly("rules");
        assertThat(rules.at("/properties/rules/$ref").textValue()).isEqualTo("ecr-bot.schema.json#/definitions/rules");
        assertThat(schema.root().at("/definitions/rules").isObject()).isTrue();
    }

    /** Hands over each object whose keys aren't names of one's own, with what the schema says of these. */
    private void eachObject(BiConsumer<List<String>, JsonNode> look) throws IOException {
        each(schema.root(), whole(), List.of(), look);
    }

    private void each(JsonNode node, JsonNode value, List<String> path, BiConsumer<List<String>, JsonNode> look) {
        JsonNode resolved = schema.resolved(node);
        if (value.isArray() && resolved.has("items")) {
            each(resolved.get("items"), value.path(0), with(path, "0"), look);
        } else if (value.isObject()) {
            Optional<JsonNode> properties = Optional.ofNullable(resolved.get("properties"));
            properties.ifPresent(keys -> look.accept(path, keys));
            value.properties()
                    .forEach(entry -> each(
                            properties
                                    .map(keys -> keys.get(entry.getKey()))
                                    .orElseGet(() -> resolved.get("additionalProperties")),
                            entry.getValue(),
                            with(path, entry.getKey()),
                            look));
        }
    }

    private static List<String> with(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private static ObjectNode at(JsonNode root, List<String> path) {
        JsonNode node = root;
        for (String key : path) {
            node = node instanceof ArrayNode array ? array.get(Integer.parseInt(key)) : node.get(key);
        }
        return (ObjectNode) node;
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static ObjectNode whole() {
        return (ObjectNode) yaml(WHOLE);
    }

    /** Reads what the schema is for: JSON is YAML. */
    private List<Mistake> mistakes(JsonNode config) {
        try {
            Path file = Files.writeString(directory.resolve("ecr-bot.yml"), JSON.writeValueAsString(config));
            Reading<BotConfig> reading = ConfigReader.read(file);
            return reading instanceof Reading.Invalid<BotConfig> invalid ? invalid.mistakes() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
