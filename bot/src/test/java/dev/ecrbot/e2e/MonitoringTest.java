package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ecrbot.e2e.Promql.Scrape;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents, the alerts and the dashboard say of the metrics, held against a running bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class MonitoringTest {
    private static final Path MONITORING = Path.of("..", "config", "monitoring");
    private static final Pattern METRIC = Pattern.compile("ecrbot_[a-z_]+");
    private static final Pattern LABEL = Pattern.compile("(?:\\bby \\(([^)]*)\\)|\\{(\\w+)[=!])");
    private static final Scrape.Sample UP = new Scrape.Sample("up", Map.of("job", "ecr-bot"), 1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Office office = new Office();
    private Scrape quiet = new Scrape(List.of());
    private String text = "";

    @BeforeAll
    void live() throws Exception {
        office.grants("grant pull payments/api sales ci-deployer for 7d because nightly");
        office.answer(Office.RITA, () -> office.types(Office.RITA, "grant pull payments/api nowhere"));
        text = scraped();
        quiet = Scrape.of(text).and(UP);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void whatHappenedIsCounted() {
        assertThat(text)
                .contains("ecrbot_asks_total{outcome=\"asked\"} 1.0")
                .contains("ecrbot_decisions_total{decision=\"approved\"} 1.0")
                .contains("ecrbot_decisions_total{decision=\"denied\"} 0.0")
                .contains("ecrbot_applies_total{code=\"none\",outcome=\"applied\"} 1.0")
                .contains("ecrbot_decision_to_applied_seconds_count 1")
                .contains("ecrbot_aws_call_seconds_count{call=\"SetRepositoryPolicy\",outcome=\"ok\"} 1")
                .contains("ecrbot_aws_call_seconds_count{call=\"AssumeRole\",outcome=\"ok\"}")
                .contains("ecrbot_slack_call_seconds_count{method=\"chat.postMessage\",outcome=\"ok\"}")
                .contains("ecrbot_acknowledgement_seconds_count{door=\"http\",outcome=\"ok\"} 3")
                .contains("ecrbot_problems_total{code=\"account_unknown\"} 1.0")
                .contains("ecrbot_ends_overdue 0.0");
    }

    @Test
    void eachMetricThatIsNamedIsThereAndEachThatIsThereIsNamed() throws IOException {
        Set<String> there = quiet.samples().stream()
                .map(Scrape.Sample::name)
                .filter(name -> name.startsWith("ecrbot_"))
                .collect(Collectors.toCollection(TreeSet::new));
        String explained = Files.readString(Path.of("src", "site", "markdown", "operations.md"));
        Set<String> documented = metrics(explained);
        assertThat(documented).allSatisfy(name -> assertThat(there).containsAnyOf(name, name + "_bucket"));
        assertThat(there)
                .allSatisfy(name ->
                        assertThat(documented).containsAnyOf(name, name.replaceAll("_(bucket|count|sum|max)$", "")));
        assertThat(expressions())
                .hasSizeGreaterThan(30)
                .allSatisfy(expression -> assertThat(there).containsAll(metrics(expression)));
    }

    @Test
    void eachLabelThatIsAskedForIsThere() throws IOException {
        for (String expression : expressions()) {
            Set<String> names = metrics(expression);
            LABEL.matcher(expression)
                    .results()
                    .flatMap(found -> Stream.of((found.group(1) == null ? found.group(2) : found.group(1)).split(", ")))
                    .filter(label -> !names.isEmpty())
                    .forEach(label -> assertThat(quiet.samples())
                            .as(label + " in " + expression)
                            .filteredOn(sample -> names.contains(sample.name()))
                            .isNotEmpty()
                            .anySatisfy(sample -> assertThat(sample.labels()).containsKey(label)));
        }
    }

    @Test
    void whatStrangersSendMakesNoNewSeries() throws Exception {
        strangers(0, 3);
        Set<String> before = series();
        strangers(3, 60);
        assertThat(series()).isEqualTo(before);
    }

    private void strangers(int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            for (int port :
                    new int[] {office.trial.bot().opsPort(), office.trial.bot().slackPort()}) {
                client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/made-up-" + i))
                                .header("X-Slack-Signature", "v0=" + i)
                                .method("MADEUP" + i, HttpRequest.BodyPublishers.ofString("command=/x" + i))
                                .build(),
                        BodyHandlers.discarding());
            }
        }
    }

    /** Returns the names of the bot's own series, with their labels; without those of its own calls, which go on meanwhile. */
    private Set<String> series() throws Exception {
        return Scrape.of(scraped()).samples().stream()
                .filter(sample -> sample.name().matches("ecrbot_(?!aws|slack).*"))
                .map(sample -> sample.name() + new TreeMap<>(sample.labels()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String scraped() throws Exception {
        URI metrics = URI.create("http://127.0.0.1:" + office.trial.bot().opsPort() + "/metrics");
        return client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body();
    }

    static Stream<Arguments> alerts() {
        return Stream.of(
                alert("EcrBotAway", now -> now.plus(-1, "up", Map.of())),
                alert("EcrBotOfNoUse", now -> now.plus(2, "ecrbot_trouble", Map.of("probe", "store"))),
                alert("EcrBotWarns", now -> now.plus(1, "ecrbot_trouble", Map.of("probe", "backup"))),
                alert("EcrBotAuditLate", now -> now.plus(901, "ecrbot_audit_lag_seconds", Map.of())),
                alert("EcrBotSlackNotTold", now -> now.plus(301, "ecrbot_outbox_age_seconds", Map.of())),
                alert("EcrBotEndsOverdue", now -> now.plus(901, "ecrbot_ends_overdue_seconds", Map.of())),
                alert(
                        "EcrBotSlowToAcknowledge",
                        now -> now.plus(2, "ecrbot_acknowledgement_seconds_count", Map.of())
                                .plus(1, "ecrbot_acknowledgement_seconds_bucket", Map.of("le", "1.0"))),
                alert(
                        "EcrBotAppliesFail",
                        now -> now.plus(6, "ecrbot_applies_total", Map.of("code", "outcome_unknown"))),
                alert(
                        "EcrBotAwsRefuses",
                        now -> now.plus(11, "ecrbot_problems_total", Map.of("code", "aws_throttled"))),
                alert("EcrBotWorkFails", now -> now.plus(6, "ecrbot_work_failures_total", Map.of("work", "deliver"))),
                alert("EcrBotBusy", now -> now.plus(51, "ecrbot_queue_waiting", Map.of("queue", "clicked"))),
                alert("EcrBotDatabaseBusy", now -> now.plus(1, "ecrbot_db_connections", Map.of("state", "waiting"))),
                alert("EcrBotRereadingLate", now -> now.plus(3601, "ecrbot_reading_lag_seconds", Map.of())),
                alert("EcrBotIndexOld", now -> now.plus(172801, "ecrbot_index_age_seconds", Map.of())),
                alert("EcrBotRowsAside", now -> now.plus(1, "ecrbot_rows_aside", Map.of())));
    }

    private static Arguments alert(String name, UnaryOperator<Scrape> trouble) {
        return arguments(name, trouble);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alerts")
    void eachAlertFiresWhenItIsTimeAndNotBefore(String name, UnaryOperator<Scrape> trouble) throws IOException {
        List<String> rules = rules().filter(rule -> rule.at("/alert").asText().equals(name))
                .map(rule -> rule.at("/expr").asText())
                .toList();
        assertThat(rules).hasSize(1);
        assertThat(new Promql(quiet, quiet).fires(rules.get(0))).isFalse();
        assertThat(new Promql(quiet, trouble.apply(quiet)).fires(rules.get(0))).isTrue();
    }

    /** Who reads the metrics under another name has to hear of it now, and not once the bot is away. */
    @Test
    void theBotCountsAsAwayWhereNobodyReadsItsMetricsByThatName() throws IOException {
        eachAlertFiresWhenItIsTimeAndNotBefore("EcrBotAway", now -> now.without("up"));
    }

    @Test
    void noAlertIsLeftOut() throws IOException {
        assertThat(rules().map(rule -> rule.at("/alert").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        alerts().map(each -> (String) each.get()[0]).toList());
    }

    private static Set<String> metrics(String text) {
        return METRIC.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> expressions() throws IOException {
        var all = new ArrayList<String>();
        rules().forEach(rule -> all.add(rule.at("/expr").asText()));
        JsonNode dashboard =
                new ObjectMapper().readTree(MONITORING.resolve("dashboard.json").toFile());
        all.addAll(dashboard.findValuesAsText("expr"));
        return all;
    }

    private static Stream<JsonNode> rules() throws IOException {
        var rules = new ArrayList<JsonNode>();
        new YAMLMapper()
                .readTree(MONITORING.resolve("alerts.yaml").toFile())
                .at("/groups/0/rules")
                .forEach(rules::add);
        return rules.stream();
    }
}
