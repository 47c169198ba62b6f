package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.time.Tempo;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Questions on the command line, which reads AWS live. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class FleetCommandTest {
    private final EcrModel ecr = SeedRegistry.model(Clock.systemUTC());
    private final LocalAws aws = new LocalAws(ecr, SeedRegistry.BOT_HOST);
    private final String store = "store: {url: \"" + MigratedH2.fresh() + "\"}\n";
    private final Map<String, Optional<String>> before = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void leadHere() {
        aws.systemProperties()
                .forEach((name, value) -> before.put(name, Optional.ofNullable(System.setProperty(name, value))));
    }

    @AfterEach
    void leave() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(old -> System.setProperty(name, old), () -> System.clearProperty(name)));
        aws.close();
    }

    @Test
    void answersAsSlackDoesAndTellsPipelinesByTheExitCode() throws Exception {
        assertThat(run("audit", FleetPrinter.json(out))).isEqualTo(FleetCommand.NO);
        for (String line : lines()) {
            assertThat(new ObjectMapper().readTree(line).path("severity").asText())
                    .isIn("error", "warning", "info");
        }
        assertThat(run("audit", FleetPrinter.csv(out), "orphaned")).isEqualTo(FleetCommand.NO);
        assertThat(lines().get(0)).isEqualTo("severity,kind,account,region,place,sid,what,next");
        assertThat(lines()).hasSizeGreaterThan(1);
        assertThat(run("access", FleetPrinter.text(out), "finance")).isZero();
        assertThat(lines())
                .anyMatch(line -> line.contains("repository/legacy/mixed") && line.contains("BatchGetImage"));
        assertThat(run("can", FleetPrinter.text(out), "finance", "pull", "legacy/mixed"))
                .isZero();
        assertThat(run("can", FleetPrinter.text(out), "finance", "push", "legacy/mixed"))
                .isEqualTo(1);
        assertThat(run("who", FleetPrinter.text(out), "pull", "legacy/mixed")).isZero();
        assertThat(lines()).anyMatch(line -> line.startsWith("arn:aws:iam::333333333333:root  yes"));
        assertThat(run("export", FleetPrinter.text(out), "legacy/mixed", "json"))
                .isZero();
        assertThat(PolicyDocument.parse(out.toString(StandardCharsets.UTF_8))
                        .sameAs(PolicyDocument.parse(
                                ecr.policy(SeedRegistry.west("legacy/mixed")).orElseThrow())))
                .isTrue();
        assertThat(run("access", FleetPrinter.text(out), "nobody-knows")).isEqualTo(2);
        assertThat(errors.toString()).contains("nobody-knows");
    }

    @Test
    void aDifferenceTellsWhichToolWritesThePolicy() throws Exception {
        assertThat(run("drift", FleetPrinter.json(out))).isZero();
        assertThat(lines()).isEmpty();
        ecr.addRepository(SeedRegistry.west("payments/api"), Map.of("aws:cloudformation:stack-name", "pay"));
        ecr.setPolicy(SeedRegistry.west("payments/api"), """
                {"Version":"2012-10-17","Statement":[{"Sid":"EcrBotPull","Effect":"Allow",
                "Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":["ecr:BatchCheckLayerAvailability",
                "ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"]}]}""");
        assertThat(run("drift", FleetPrinter.json(out))).isEqualTo(FleetCommand.NO);
        assertThat(lines()).singleElement().satisfies(line -> {
            JsonNode row = new ObjectMapper().readTree(line);
            assertThat(row.path("difference").asText()).isEqualTo("record_missing");
            assertThat(row.path("tool").asText()).isEqualTo("CloudFormation");
            assertThat(row.path("tool_advice").asText()).contains("RepositoryPolicyText");
        });
        assertThat(run("drift", FleetPrinter.csv(out))).isEqualTo(FleetCommand.NO);
        assertThat(lines().get(0)).endsWith(",ask,tool,tool_advice");
    }

    /** A pipeline that asks for what there isn't is told so, and isn't let pass. */
    @Test
    void whatStandsForNothingAndWhatNobodyHasIsNoSuccess() {
        assertThat(run("audit", FleetPrinter.json(out), "pubilc")).isEqualTo(2);
        assertThat(errors.toString()).contains("is called “pubilc”");
        assertThat(run("audit", FleetPrinter.json(out), "public")).isZero();
        assertThat(run("audit", FleetPrinter.json(out), "as", "file")).isEqualTo(2);
        assertThat(errors.toString()).contains("--json in place of “as file”");
        assertThat(run("who", FleetPrinter.json(out), "push", "payments/api")).isEqualTo(FleetCommand.NO);
        assertThat(run("who", FleetPrinter.json(out), "pull", "payments/none")).isEqualTo(FleetCommand.NO);
    }

    @Test
    void aRegistryGoesByItsConfiguredName() {
        run("audit", FleetPrinter.json(out));
        List<String> all = lines();
        assertThat(run("audit", FleetPrinter.json(out), "central")).isEqualTo(FleetCommand.NO);
        assertThat(lines()).isEqualTo(all);
    }

    @Test
    void whatCanNotBeReadIsSaidAndIsNoSuccess() {
        ecr.traffic().withhold(SeedRegistry.BOT_HOST.principal(), ApiOperation.GET_REPOSITORY_POLICY);
        assertThat(run("access", FleetPrinter.text(out), "finance")).isEqualTo(3);
        assertThat(errors.toString()).contains("ecr:GetRepositoryPolicy");
    }

    /** Who isn't a single principal is told, too: a public repository isn't one that nobody can pull from. */
    @Test
    void whoTellsOfEverybodyToo() throws Exception {
        ecr.setPolicy(SeedRegistry.west("legacy/mixed"), """
                {"Version":"2012-10-17","Statement":[{"Sid":"Open","Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage"}]}""");
        assertThat(run("who", FleetPrinter.json(out), "pull", "legacy/mixed")).isZero();
        assertThat(lines()).singleElement().satisfies(line -> {
            JsonNode row = new ObjectMapper().readTree(line);
            assertThat(row.path("principal").asText()).isEqualTo("*");
            assertThat(row.path("verdict").asText()).isEqualTo("depends");
            assertThat(row.path("depends").asText()).isEqualTo("ecr:BatchGetImage");
            assertThat(row.path("statements").asText()).isEqualTo("Open");
        });
    }

    /** Pipelines go by these names: they may get more, and lose none. */
    @Test
    void theNamesInJsonStay() throws Exception {
        ecr.setPolicy(SeedRegistry.west("payments/api"), """
                {"Version":"2012-10-17","Statement":[{"Sid":"EcrBotPull","Effect":"Allow",
                "Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":["ecr:BatchCheckLayerAvailability",
                "ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"]}]}""");
        String[] capability = {"principal", "verdict", "allowed", "refused", "depends", "keys", "statements", "template"
        };
        assertThat(names("who", "pull", "legacy/mixed")).contains(capability);
        assertThat(names("can", "finance", "pull", "legacy/mixed")).contains(capability);
        assertThat(names("access", "finance")).contains("repository", "through", "allowed", "depends", "keys");
        assertThat(names("audit")).contains("severity", "kind", "account", "region", "place", "sid", "what", "next");
        assertThat(names("drift"))
                .contains("difference", "target", "principal", "access", "grant", "sid", "ask", "tool", "tool_advice");
        assertThat(names("export", "legacy/mixed", "terraform")).contains("repository", "form", "code");
    }

    private List<String> names(String verb, String... words) throws Exception {
        run(verb, FleetPrinter.json(out), words);
        var names = new ArrayList<String>();
        new ObjectMapper().readTree(lines().get(0)).fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void aRegistryThatFailsTakesNothingFromWhatIsSaidOfTheOthers() throws Exception {
        ecr.setPolicy(SeedRegistry.ireland("payments/api"), """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage"}]}""");
        ecr.traffic().always(ApiOperation.DESCRIBE_REPOSITORIES, new Fault() {
            @Override
            public void before(ApiCall call) {
                if (call.resource().contains("us-west-2")) {
                    Fault.deny().before(call);
                }
            }
        });
        assertThat(run("audit", FleetPrinter.json(out), "public")).isEqualTo(3);
        assertThat(lines()).anyMatch(line -> line.contains("eu-west-1") && line.contains("public_principal"));
        assertThat(errors.toString()).contains("DescribeRepositories");
    }

    @ParameterizedTest
    @ValueSource(strings = {"who pull payments/api", "can finance pull payments/api", "export payments/api json"})
    void whereAwsFailsItIsNoAnswer(String question) {
        ecr.traffic().withhold(SeedRegistry.BOT_HOST.principal(), ApiOperation.GET_REPOSITORY_POLICY);
        String[] words = question.split(" ");
        assertThat(run(words[0], FleetPrinter.json(out), Arrays.copyOfRange(words, 1, words.length)))
                .isEqualTo(3);
        assertThat(lines()).isEmpty();
        assertThat(errors.toString()).contains("ecr:GetRepositoryPolicy");
    }

    @Test
    void freshIsWhatItIsInAnyCase() {
        assertThat(run("audit", FleetPrinter.text(out), "orphaned", "fresh")).isEqualTo(FleetCommand.NO);
        assertThat(lines()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"who", "can", "access", "audit", "drift", "export", "explain"})
    void eachHasHelpThatNamesItsExitCodes(String verb) {
        var help = new StringWriter();
        assertThat(Main.commandLine(Clock.systemUTC(), Tempo.REAL)
                        .setOut(new PrintWriter(help, true))
                        .execute(verb, "--help"))
                .isZero();
        assertThat(help.toString().replaceAll("\\s+", " ")).contains("Exit code: 0 ", "2 bad input", ", 3 ", "--json");
    }

    private int run(String verb, FleetPrinter printer, String... words) {
        out.reset();
        var line = new CommandLine(CommandSpec.create()).setErr(new PrintWriter(errors, true));
        return FleetCommand.run(
                verb,
                List.of(words),
                new Configured(DeskBench.config(DeskBench.RULES, store), Optional.empty()),
                printer,
                line.getCommandSpec(),
                Clock.systemUTC());
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
