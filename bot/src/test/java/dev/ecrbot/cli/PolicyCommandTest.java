package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PolicyCommandTest {
    private static final String REPOSITORY = "arn:aws:ecr:us-west-2:111111111111:repository/payments/api";
    private static final String ROLE = "arn:aws:iam::222222222222:role/ci";
    private static final String GOOD = policy("'Principal':{'AWS':'" + ROLE + "'},'Action':'ecr:BatchGetImage'");
    private static final String PUBLIC = policy("'Principal':'*','Action':'ecr:BatchGetImage'");
    private static final String ACME = policy("'Principal':'*','Action':'ecr:BatchGetImage','Condition':"
            + "{'StringEquals':{'aws:PrincipalOrgID':'o-abc123def4'}}");
    private static final String ENDPOINT = policy("'Principal':{'AWS':'" + ROLE
            + "'},'Action':'ecr:*','Condition':{'StringEquals':{'aws:SourceVpce':'vpce-1'}}");

    @TempDir
    private Path directory = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void lintExitsByWhatItFinds() throws IOException {
        assertThat(run("", "lint", file(GOOD))).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(run(PUBLIC, "lint")).isEqualTo(1);
        assertThat(out.toString()).contains("-:1:56: statement 1: error: Everyone");
        assertThat(run("no json", "lint", "-")).isEqualTo(2);
        assertThat(run("", "lint", file(PUBLIC), directory.resolve("missing").toString()))
                .isEqualTo(2);
        assertThat(error.toString()).contains("missing: There is no such file.");
        assertThat(run("", "lint", "--no-such-option")).isEqualTo(2);
    }

    @Test
    void lintKnowsRegistriesAccountsAndSeverities() throws IOException {
        assertThat(run(GOOD, "lint", "--registry")).isEqualTo(1);
        assertThat(run(GOOD, "lint", "--account", "333333333333=finance")).isEqualTo(1);
        assertThat(run(GOOD, "lint", "--account", "333333333333", "--at-least", "ERROR"))
                .isZero();
        assertThat(run(GOOD, "lint", "--account", "sales")).isEqualTo(2);
        assertThat(run(ACME, "lint")).isZero();
        assertThat(run(ACME, "lint", "--organization", "o-abc123def4=acme")).isZero();
        assertThat(run(ACME, "lint", "--organization", "o-xyz123def4")).isEqualTo(1);
        assertThat(out.toString()).contains("o-abc123def4 isn't configured");
        assertThat(run(ACME, "lint", "--organization", "acme")).isEqualTo(2);
        assertThat(run(GOOD, "lint", "--repository", "payments/api")).isEqualTo(2);
        assertThat(run(GOOD, "lint", "--repository", REPOSITORY)).isZero();
    }

    @Test
    void lintWritesALineOfJsonForEachFinding() throws IOException {
        run(PUBLIC, "lint", "--json");
        JsonNode finding = lines().get(0);
        assertThat(finding.path("severity").textValue()).isEqualTo("error");
        assertThat(finding.path("kind").textValue()).isEqualTo("public_principal");
        assertThat(finding.path("statement").intValue()).isZero();
        assertThat(finding.path("next").textValue()).isNotBlank();
    }

    @Test
    void canExitsByTheVerdict() throws IOException {
        assertThat(can(GOOD, "ecr:BatchGetImage")).isZero();
        assertThat(can(GOOD, "ecr:PutImage")).isEqualTo(1);
        assertThat(can(ENDPOINT, "ecr:PutImage")).isZero();
        assertThat(out.toString())
                .contains("conditional on aws:SourceVpce")
                .contains("statement 1 of the repository's policy");
        assertThat(can(ENDPOINT, "ecr:PutImage", "--strict")).isEqualTo(1);
        assertThat(can(ENDPOINT, "ecr:PutImage", "--context", "aws:sourceVpce=vpce-2"))
                .isEqualTo(1);
        assertThat(can(GOOD, "push")).isEqualTo(2);
        assertThat(run(GOOD, "can", "--principal", ROLE)).isEqualTo(2);
        assertThat(can("{}", "ecr:PutImage")).isEqualTo(2);
        assertThat(can(GOOD, "ecr:PutImage", "--context", "x")).isEqualTo(2);
    }

    @Test
    void aBatchIsAnsweredLineByLine() throws IOException {
        String lines = String.join(
                "\n",
                line(GOOD, "ecr:BatchGetImage", ""),
                line(GOOD, "ecr:PutImage", ""),
                line(ENDPOINT, "ecr:PutImage", ""),
                "",
                line(ENDPOINT, "ecr:PutImage", ",'context':{'AWS:SOURCEVPCE':['vpce-1']}"),
                line(
                        ENDPOINT,
                        "ecr:PutImage",
                        ",'context':{'aws:SourceVpce':null},'registryPolicy':"
                                + PUBLIC.replace("'Action'", "'Resource':'*','Action'")));
        assertThat(run(lines, "can", "--batch")).isEqualTo(1);
        assertThat(lines())
                .extracting(line -> line.path("verdict").asText())
                .containsExactly("yes", "no", "conditional", "yes", "no");
        assertThat(lines().get(2).path("dependsOn").toString()).isEqualTo("[\"aws:SourceVpce\"]");
        assertThat(lines().get(0).path("decidedBy").toString())
                .isEqualTo("[{\"policy\":\"repository\",\"statement\":0,\"part\":\"allows\"}]");
        assertThat(lines().get(4).path("derived").booleanValue()).isTrue();
    }

    @Test
    void aBadLineIsAnErrorAndTheOthersAreAnswered() throws IOException {
        String lines = String.join(
                "\n",
                "{",
                "[]",
                "{\"policy\":{}}",
                line(GOOD, "ecr:*", ""),
                line(GOOD, "ecr:PutImage", ",'contxt':{}"),
                line("7", "ecr:PutImage", ""),
                line("{'Statement':7}", "ecr:PutImage", ""),
                line(GOOD, "ecr:PutImage", ",'context':{'a':{'b':1}}"),
                line(GOOD, "ecr:PutImage", "").replace(ROLE, "*"),
                "x".repeat(BatchAnswers.LONGEST + 10),
                line(GOOD, "ecr:BatchGetImage", ""));
        assertThat(run(lines, "can", "--batch")).isEqualTo(2);
        assertThat(lines()).hasSize(11);
        assertThat(lines().subList(0, 10))
                .allMatch(line -> !line.path("error").asText().isBlank());
        assertThat(lines().get(10).path("verdict").asText()).isEqualTo("yes");
    }

    @Test
    void diffExitsByTheMeaningAndSaysWhoGainsAndLoses() throws IOException {
        String old = file(GOOD, "old.json");
        String young = file(ENDPOINT, "new.json");
        assertThat(run("", "diff", old, young)).isEqualTo(1);
        assertThat(out.toString().lines())
                .contains(
                        ROLE + " loses ecr:BatchGetImage, except under conditions: aws:SourceVpce.",
                        "--- " + old,
                        "-      \"Action\" : \"ecr:BatchGetImage\"")
                .contains(ROLE + " gains ecr:* except ecr:BatchGetImage, under conditions: aws:SourceVpce.");
        assertThat(run("", "diff", old, old)).isZero();
        assertThat(out.toString().strip()).isEqualTo("Nobody gains or loses anything.");
        assertThat(run(
                        GOOD.replace("'ecr:BatchGetImage'", "['ECR:batchGetImage','ecr:BatchGetImage']"),
                        "diff",
                        old,
                        "-"))
                .isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("Nobody gains or loses anything.");
        assertThat(run("", "diff", old, young, "--repository", REPOSITORY, "--json"))
                .isEqualTo(1);
        assertThat(run("no json", "diff", old, "-")).isEqualTo(2);
        assertThat(run(GOOD, "diff", "-", "-")).isEqualTo(2);
        assertThat(run("", "diff", old)).isEqualTo(2);
        assertThat(run("", "diff", old, young, "--repository", "payments/api")).isEqualTo(2);
    }

    @Test
    void diffAnswersInJson() throws IOException {
        String wide = policy("'Principal':{'AWS':['" + ROLE + "','333333333333']},'Action':'ecr:BatchGetImage',"
                + "'Condition':{'DateLessThan':{'aws:CurrentTime':'2999-01-01T00:00:00Z'}}");
        assertThat(run(wide, "diff", file(GOOD), "-", "--json")).isEqualTo(1);
        JsonNode answer = lines().get(0);
        assertThat(answer.path("sameMeaning").booleanValue()).isFalse();
        assertThat(answer.path("effects").toString())
                .isEqualTo(("[{'type':'AWS','principal':'" + ROLE + "','gains':[],'loses':['ecr:BatchGetImage'],"
                                + "'from':'2999-01-01T00:00:00Z','conditions':[]},{'type':'AWS','principal':'arn:aws:iam::333333333333:root',"
                                + "'gains':['ecr:BatchGetImage'],'loses':[],'until':'2999-01-01T00:00:00Z','conditions':[]}]")
                        .replace('\'', '"'));
        assertThat(answer.path("diff").size()).isGreaterThan(3);
        assertThat(run(GOOD, "diff", file(GOOD), "-", "--json")).isZero();
        assertThat(out.toString().strip()).isEqualTo("{\"sameMeaning\":true,\"effects\":[],\"diff\":[]}");
    }

    @Test
    void diffCountsTheRegistrysPolicyAndWhatRegistriesSayOfRepositories() throws IOException {
        String all = policy("'Principal':{'AWS':'" + ROLE + "'},'Action':'ecr:*','Resource':'*'");
        String none = "{'Version':'2012-10-17','Statement':[]}";
        String registry = file(all, "registry.json");
        assertThat(run(none, "diff", file(GOOD), "-", "--registry-policy", registry))
                .isZero();
        assertThat(run(none, "diff", file(GOOD), "-")).isEqualTo(1);
        assertThat(run(
                        all.replace("'*'}", "'arn:aws:ecr:us-west-2:111111111111:repository/sales/*'}"),
                        "diff",
                        registry,
                        "-",
                        "--registry",
                        "--repository",
                        REPOSITORY))
                .isEqualTo(1);
        assertThat(out.toString()).startsWith(ROLE + " loses ecr:*.");
    }

    @Test
    void whatToCheckHasToBeSaid() throws IOException {
        assertThat(run("")).isEqualTo(2);
        assertThat(run("", "can", "--help")).isZero();
        assertThat(run("", "can", "--batch")).isZero();
    }

    @Test
    void aNoIsNeverWithoutAReason() throws IOException {
        assertThat(can(GOOD, "ecr:PutImage")).isEqualTo(1);
        assertThat(out.toString()).contains("No statement allows it.");
    }

    @Test
    void whatIsMistypedIsToldInTwoLinesWithWhatWasMeant() throws IOException {
        assertThat(told("lnit", "x.json"))
                .containsExactly("“lnit” isn't known here.", "Did you mean “ecr-policy lint”?");
        assertThat(told("lint", "--fromat", "sarif"))
                .containsExactly("“--fromat” isn't known here.", "Did you mean “ecr-policy lint --format”?");
        assertThat(told("diff", "old.json"))
                .containsExactly(
                        "Missing required parameter: 'NEW'.", "“ecr-policy diff --help” shows how it is used.");
        assertThat(told("nonsense")).last().isEqualTo("“ecr-policy --help” shows how it is used.");
    }

    @Test
    void wordsOfOptionsAreTakenAsTheHelpWritesThem() throws IOException {
        assertThat(run(
                        "{'Version':'2012-10-17','Statement':[]}",
                        "lint",
                        "--format",
                        "github",
                        "--fail-on",
                        "error",
                        "-"))
                .isZero();
        assertThat(told("lint", "--format", "xml").get(0)).contains("expected one of", "but was 'xml'");
    }

    private List<String> told(String... args) throws IOException {
        error.getBuffer().setLength(0);
        assertThat(run("", args)).isEqualTo(2);
        return error.toString().lines().toList();
    }

    private int can(String policy, String action, String... more) throws IOException {
        var args = new ArrayList<>(List.of("can", "--principal", ROLE, "--repository", REPOSITORY, "--action", action));
        args.addAll(List.of(more));
        return run(policy, args.toArray(String[]::new));
    }

    private int run(String input, String... args) throws IOException {
        out.getBuffer().setLength(0);
        InputStream before = System.in;
        try (var in = new ByteArrayInputStream(input.replace('\'', '"').getBytes(StandardCharsets.UTF_8))) {
            System.setIn(in);
            return PolicyTool.commands()
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(error, true))
                    .execute(args);
        } finally {
            System.setIn(before);
        }
    }

    private String file(String policy) throws IOException {
        return file(policy, "policy.json");
    }

    private String file(String policy, String name) throws IOException {
        return Files.writeString(directory.resolve(name), policy.replace('\'', '"'))
                .toString();
    }

    private List<JsonNode> lines() throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (String line : out.toString().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private static String policy(String statement) {
        return "{'Version':'2012-10-17','Statement':[{'Effect':'Allow'," + statement + "}]}";
    }

    private static String line(String policy, String action, String more) {
        return "{'policy':" + policy + ",'principal':'" + ROLE + "','action':'" + action + "','repository':'"
                + REPOSITORY + "'" + more + "}";
    }
}
