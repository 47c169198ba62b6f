package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.time.Tempo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Pasted errors on the command line, with a look at the policies that they tell of. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class LookingExplainCommandTest {
    private static final String DENIED =
            "An error occurred (AccessDeniedException) when calling the BatchGetImage operation: User:"
                    + " arn:aws:sts::%s:assumed-role/%s/build-17 is not authorized to perform: ecr:BatchGetImage on"
                    + " resource: arn:aws:ecr:us-west-2:111111111111:repository/%s because no resource-based policy"
                    + " allows the ecr:BatchGetImage action";

    private final EcrModel ecr = SeedRegistry.model(Clock.systemUTC());
    private final LocalAws aws = new LocalAws(ecr, SeedRegistry.BOT_HOST);
    private final Map<String, Optional<String>> before = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path folder;

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
    void saysWhatThePoliciesSayNowAndWhichStatementDecides() throws IOException {
        assertThat(explain(DENIED.formatted("333333333333", "report-runner", "legacy/mixed"), "--json"))
                .isZero();
        JsonNode said = json();
        assertThat(said.path("half").asText()).isEqualTo("resource");
        assertThat(said.path("conclusion").asText()).isEqualTo("allowed_now");
        assertThat(said.path("statements").asText()).contains("allowed by statement");
        assertThat(said.path("ask").isNull()).isTrue();
        assertThat(said.path("next").asText()).contains("Try again");
    }

    @Test
    void whatIsMissingIsAskedFor() throws IOException {
        assertThat(explain(DENIED.formatted("222222222222", "night-shift", "payments/api")))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "Now:   Neither the repository's policy nor its registry's has an Allow for this caller.",
                        "Ask:   /ecr grant pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api"
                                + " arn:aws:iam::222222222222:role/night-shift");
    }

    @Test
    void aRepositoryThatIsGoneIsNotAskedFor() throws IOException {
        assertThat(explain(DENIED.formatted("222222222222", "night-shift", "payments/gone"), "--json"))
                .isZero();
        assertThat(json().path("conclusion").asText()).isEqualTo("missing");
        assertThat(json().path("ask").isNull()).isTrue();
    }

    @Test
    void whatCanNotBeReadIsSaidAndIsNoSuccess() throws IOException {
        ecr.traffic().withhold(SeedRegistry.BOT_HOST.principal(), ApiOperation.GET_REPOSITORY_POLICY);
        assertThat(explain(DENIED.formatted("222222222222", "night-shift", "payments/api")))
                .isEqualTo(3);
        assertThat(out.toString()).contains("Now:   They couldn't be read.", "ecr:GetRepositoryPolicy");
    }

    @Test
    void withoutAConfigurationTheTextAloneIsTold() throws IOException {
        Path file = Files.writeString(
                folder.resolve("error.txt"), DENIED.formatted("222222222222", "night-shift", "payments/api"));
        assertThat(execute("explain", file.toString())).isZero();
        assertThat(out.toString()).contains("Half:  resource").doesNotContain("Now:");
        assertThat(ecr.traffic().calls()).isEmpty();
    }

    private int explain(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("error.txt"), text);
        Path config = Files.writeString(folder.resolve("ecr-bot.yml"), """
                registries:
                  central: {account: "111111111111", regions: [us-west-2]}
                accounts: {sales: "222222222222"}
                rules:
                  - {name: all, repositories: ["*"], access: [pull], to: ["*"], requesters: [anyone],
                     approvers: [U0APPROVER1], channel: C0APPROVALS}
                """);
        var args = new ArrayList<>(List.of("explain", "--config", config.toString()));
        args.addAll(List.of(more));
        args.add(file.toString());
        return execute(args.toArray(String[]::new));
    }

    private int execute(String... args) {
        out.getBuffer().setLength(0);
        return Main.commandLine(Clock.systemUTC(), Tempo.REAL)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors, true))
                .execute(args);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }
}
