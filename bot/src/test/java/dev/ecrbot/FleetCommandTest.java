package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Questions on the command line, which reads AWS live. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class FleetCommandTest {
    private final EcrModel ecr = SeedRegistry.model(Clock.systemUTC());
    private final LocalAws aws = new LocalAws(ecr, SeedRegistry.BOT_HOST);
    private final String store = "store: {url: \"jdbc:h2:mem:" + UUID.randomUUID() + "\"}\n";
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

    @Test
    void whatCanNotBeReadIsSaidAndIsNoSuccess() {
        ecr.traffic()
                .withhold(SeedRegistry.BOT_HOST.principal(), dev.ecrbot.sandbox.ecr.ApiOperation.GET_REPOSITORY_POLICY);
        assertThat(run("access", FleetPrinter.text(out), "finance")).isEqualTo(3);
        assertThat(errors.toString()).contains("ecr:GetRepositoryPolicy");
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
