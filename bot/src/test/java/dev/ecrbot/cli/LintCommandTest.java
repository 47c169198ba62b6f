package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class LintCommandTest {
    private static final String PUBLIC = "{'Version':'2012-10-17','Statement':[\n"
            + " {'Sid':'Open','Effect':'Allow','Principal':'*','Action':'ecr:BatchGetImage'}]}";
    private static final String OLD = "{'Version':'2008-10-17','Statement':[\n"
            + " {'Sid':'Pull','Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':'ecr:BatchGetImage'}]}";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void textNamesFileLineColumnAndId() throws IOException {
        String file = file("a.json", PUBLIC);
        assertThat(Line.of("", "lint", file).out())
                .startsWith(file + ":2:33: statement 1 (Open): error: Everyone")
                .contains("[ecr-public-principal]");
    }

    @Test
    void onlyWhatIsAsSevereAsSaidFails() throws IOException {
        String old = file("old.json", OLD);
        assertThat(Line.of("", "lint", old).exit()).isEqualTo(1);
        Line warning = Line.of("", "lint", "--fail-on", "warning", old);
        assertThat(warning.exit()).isZero();
        assertThat(warning.out()).contains("[ecr-version-old]");
        assertThat(Line.of("", "lint", "--fail-on", "error", old, file("a.json", PUBLIC))
                        .exit())
                .isEqualTo(1);
        assertThat(Line.of("", "lint", "--fail-on", "never", old).exit()).isEqualTo(2);
    }

    @Test
    void theConfigurationSetsSeveritiesSwitchesOffAndKnowsAccounts() throws IOException {
        String config = file("config.yaml", """
                severities: { ecr-version-old: error }
                off: [ ecr-public-principal ]
                accounts: { "333333333333": finance }
                organizations: { o-abc123def4: acme }
                """);
        Line line = Line.of("", "lint", "--config", config, file("a.json", PUBLIC), file("old.json", OLD));
        assertThat(line.exit()).isEqualTo(1);
        assertThat(line.out())
                .contains("warning: Account 222222222222 isn't among the configured ones", "error: Version 2008-10-17")
                .doesNotContain("[ecr-public-principal]");
    }

    @Test
    void aConfigurationWithAMistakeIsRefusedAndSaysWhich() throws IOException {
        String policy = file("a.json", PUBLIC);
        assertMistake(policy, "severitys: {}", "Did you mean “severities”?");
        assertMistake(policy, "off: [ecr-public-principl]", "Did you mean “ecr-public-principal”?");
        assertMistake(policy, "severities: {ecr-version-old: fatal}", "write error, warning or info");
        assertMistake(policy, "accounts: {sales: x}", "isn't an account");
        assertMistake(policy, "organizations: {acme: x}", "isn't an organization");
        assertMistake(policy, "off: [", "YAML");
    }

    private void assertMistake(String policy, String config, String said) throws IOException {
        Line line = Line.of("", "lint", "--config", file("config.yaml", config), policy);
        assertThat(line.exit()).isEqualTo(2);
        assertThat(line.error()).contains("config.yaml: ", said);
    }

    @Test
    void aSuppressionNeedsIdSidAndReasonAndIsToldIfItFitsNothing() throws IOException {
        String policy = file("a.json", PUBLIC);
        String beside = "a.json" + Suppressions.SUFFIX;
        file(beside, "- { id: ecr-public-principal, sid: Open, reason: a mirror of public images }");
        Line suppressed = Line.of("", "lint", policy);
        assertThat(suppressed.exit()).isZero();
        assertThat(suppressed.out()).isEmpty();
        JsonNode result = sarif("--format", "sarif", policy).path("results").path(0);
        assertThat(result.path("suppressions").path(0).path("justification").textValue())
                .isEqualTo("a mirror of public images");

        file(beside, "- { id: ecr-public-principal, sid: Other, reason: a mirror }");
        Line unused = Line.of("", "lint", policy);
        assertThat(unused.exit()).isEqualTo(1);
        assertThat(unused.error()).contains("the entry for ecr-public-principal suppresses nothing");

        file(beside, "- { id: ecr-public-principal, sid: Open }");
        assertThat(Line.of("", "lint", policy).error()).contains("has no reason");
        file(beside, "- { id: ecr-public, sid: Open, reason: x }");
        assertThat(Line.of("", "lint", policy).exit()).isEqualTo(2);
        file(beside, "{}");
        assertThat(Line.of("", "lint", policy).error()).contains("has to be a list");
    }

    @Test
    void sarifHasRulesResultsAndPlaces() throws IOException {
        String file = file("a policy.json", PUBLIC);
        JsonNode run = sarif("--format", "sarif", file);
        assertThat(run.path("tool").path("driver").path("rules").findValuesAsText("id"))
                .contains("ecr-public-principal", "ecr-effect-invalid");
        JsonNode result = run.path("results").path(0);
        assertThat(result.path("ruleId").textValue()).isEqualTo("ecr-public-principal");
        assertThat(result.path("level").textValue()).isEqualTo("error");
        JsonNode place = result.path("locations").path(0).path("physicalLocation");
        assertThat(place.path("artifactLocation").path("uri").textValue()).endsWith("/a%20policy.json");
        assertThat(place.path("region").toString()).isEqualTo("{\"startLine\":2,\"startColumn\":33}");
        assertThat(run.path("invocations").path(0).path("executionSuccessful").booleanValue())
                .isTrue();
        JsonNode failed = sarif("--format", "sarif", file("bad.json", "{"));
        assertThat(failed.path("invocations").path(0).toString()).contains("\"executionSuccessful\":false", "bad.json");
    }

    @Test
    void githubGetsAnnotations() throws IOException {
        String file = file("a,b.json", PUBLIC);
        assertThat(Line.of("", "lint", "--format", "github", file).out())
                .startsWith("::error file=" + file.replace(",", "%2C")
                        + ",line=2,col=33,title=ecr-public-principal::statement 1 (Open): Everyone");
        assertThat(Line.of("", "lint", "--format", "github", file("old.json", OLD))
                        .out())
                .startsWith("::notice file=");
    }

    @Test
    void foldersAreLookedThroughAndWhatIsNoneOfEcrsIsPassedBy() throws IOException {
        Files.createDirectories(folder.resolve("sub/.git"));
        file("sub/repository.json", PUBLIC);
        file("sub/package.json", "{'name':'x'}");
        file("sub/broken.json", "{ // a comment of some tool\n}");
        file("sub/.git/hidden.json", PUBLIC);
        file("sub/notes.txt", PUBLIC);
        file("sub/identity.json", OLD.replace("'Principal':{'AWS':'222222222222'},", "'Resource':'*',"));
        file("sub/bucket.json", PUBLIC.replace("ecr:BatchGetImage", "s3:GetObject"));
        file("sub/stack.yaml", """
                Resources:
                  R:
                    Type: AWS::ECR::Repository
                    Properties:
                      RepositoryPolicyText:
                        Version: '2012-10-17'
                        Statement: []
                """);
        Line line = Line.of("", "lint", folder.resolve("sub").toString());
        assertThat(line.error()).isEmpty();
        assertThat(line.exit()).isEqualTo(1);
        assertThat(line.out().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).contains("repository.json:2:33:", "[ecr-public-principal]"),
                        second -> assertThat(second).contains("stack.yaml:7:9: R: warning", "[ecr-no-statements]"));
        file("sub/policy.json", PUBLIC.replace("}]}", "},]}"));
        Line broken = Line.of("", "lint", folder.resolve("sub").toString());
        assertThat(broken.exit()).isEqualTo(2);
        assertThat(broken.error()).contains("policy.json: ", "comma before the closing ]");
    }

    @Test
    void whatATemplateLeavesOpenIsNoFinding() throws IOException {
        String template = """
                Resources:
                  R:
                    Type: AWS::ECR::Repository
                    Properties:
                      RepositoryPolicyText:
                        Version: '2012-10-17'
                        Statement:
                          - Effect: Allow
                            Principal: { AWS: !Sub 'arn:aws:iam::${Partner}:root' }
                            Action: ecr:BatchGetImage
                            Condition:
                              StringEquals: { aws:SourceVpce: !Ref Endpoint, aws:RequestedRegion: !Ref Region }
                              IpAddress: { aws:SourceIp: !Ref Range }
                          - Effect: Allow
                            Principal: "*"
                            Action: ecr:BatchGetImage
                            Condition: { StringEquals: { aws:PrincipalOrgID: !Ref Organization } }
                          - Effect: Deny
                            Principal: "*"
                            Action: ecr:*
                            Condition: { ArnNotLike: { aws:PrincipalArn: !GetAtt Admin.Arn } }
                """;
        Line line = Line.of("", "lint", file("open.yaml", template));
        assertThat(line.out()).isEmpty();
        assertThat(line.exit()).isZero();
        Line later = Line.of("", "lint", file("later.yaml", """
                Resources:
                  R: { Type: AWS::ECR::Repository, Properties: { RepositoryPolicyText: !Ref Policy } }
                """));
        assertThat(later.exit()).isZero();
        assertThat(later.error()).contains("the policy of R is known only after deployment");
    }

    private JsonNode sarif(String... arguments) throws IOException {
        var all = new ArrayList<>(List.of("lint"));
        all.addAll(List.of(arguments));
        JsonNode log = new ObjectMapper().readTree(Line.of("", all).out());
        assertThat(log.path("version").textValue()).isEqualTo("2.1.0");
        return log.path("runs").path(0);
    }

    private String file(String name, String text) throws IOException {
        boolean json = name.endsWith(".json");
        return Files.writeString(folder.resolve(name), json ? text.replace('\'', '"') : text)
                .toString();
    }
}
