package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CloudFormation would take the templates as they are, and a slip in one of them is found. */
final class CloudFormationTest {
    private static final Path CONFIG = Path.of("..", "config");

    @Test
    void eachTemplateIsFreeOfMistakes() throws IOException {
        try (Stream<Path> files = Files.walk(CONFIG)) {
            List<Path> templates = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> text(file).contains("AWSTemplateFormatVersion"))
                    .toList();
            assertThat(templates).hasSizeGreaterThanOrEqualTo(2);
            for (Path template : templates) {
                assertThat(new CloudFormationTemplate(text(template)).mistakes())
                        .as(template.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aws/registry-role.yaml | RoleName: !Ref RoleName              | RolName: !Ref RoleName                 | RolName is unknown
            aws/registry-role.yaml | RoleName: !Ref RoleName              | RoleName: !Ref RolName                 | there is no RolName
            aws/registry-role.yaml | RoleName: !Ref RoleName              | RoleName: x                            | RoleName is never used
            aws/registry-role.yaml | MaxSessionDuration: 3600             | MaxSessionDuration: 360                | isn't number
            aws/registry-role.yaml | Type: AWS::IAM::Role                 | Type: AWS::IAM::Rule                   | no known type
            aws/registry-role.yaml | !If [HasBoundary,                    | !If [HasBounds,                        | there is no condition HasBounds
            aws/registry-role.yaml | !Ref PermissionsBoundary, !Ref AWS::NoValue] | !Ref PermissionsBoundary]      | !If of 2
            aws/registry-role.yaml | !Ref AWS::NoValue                    | !Ref AWS::Nothing                      | there is no AWS::Nothing
            aws/registry-role.yaml | !GetAtt Role.Arn                     | !GetAtt Role.ARN                       | there is no Role.ARN
            aws/registry-role.yaml | ${Role.Arn}                          | ${Rule.Arn}                            | there is no Rule.Arn
            aws/registry-role.yaml | /${RepositoryPattern}"               | /${RepositoryPattern"                  | a placeholder without an end
            aws/registry-role.yaml | !Equals [!Ref RegistryPolicy, "true"] | !Equals [!Ref RegistryPolicy]         | isn't a condition
            aws/registry-role.yaml | !Not [!Equals [!Ref OrganizationId, ""]] | !Nor [!Equals [!Ref OrganizationId, ""]] | isn't a condition
            aws/registry-role.yaml | Default: ecr-bot                     | Default: ecr bot                       | its own default
            aws/registry-role.yaml | Default: "false"                     | Default: "no"                          | its own default
            aws/registry-role.yaml | Type: String                         | Type: Text                             | no known type
            aws/registry-role.yaml | - Sid: EcrBot                        | - Sid: Ecr-Bot                         | a Sid that isn't one
            aws/registry-role.yaml | Effect: Allow                        | Effect: allow                          | has no effect
            aws/registry-role.yaml | Principal:                           | Principals:                            | who may assume the role
            aws/registry-role.yaml | Resource: "*"                        | Resources: "*"                         | Resources is unknown
            aws/registry-role.yaml | PolicyName: repository-policies      | Name: repository-policies              | PolicyName! is missing
            aws/registry-role.yaml | Outputs:                             | Output:                                | Output is unknown
            aws/registry-role.yaml | Value: !GetAtt                       | Values: !GetAtt                        | has no value
            aws/registry-role.yaml | "2010-09-09"                         | "2010-09-90"                           | AWSTemplateFormatVersion
            deploy/ecs.yaml        | RetentionInDays: 365                 | RetentionInDays: 366                   | isn't one
            deploy/ecs.yaml        | FilesystemId: !Ref                   | FileSystemId: !Ref                     | FileSystemId is unknown
            deploy/ecs.yaml        | AssignPublicIp: DISABLED             | AssignPublicIp: false                  | isn't one
            deploy/ecs.yaml        | Subnets: !Ref Subnets                | Subnets: !Ref SecurityGroup            | is no list
            deploy/ecs.yaml        | [!Ref SecurityGroup]                 | [!Ref Subnets]                         | is a list
            deploy/ecs.yaml        | StopTimeout: 30                      | StopTimeout: 300                       | isn't number
            deploy/ecs.yaml        | Essential: true                      | Essential: "yes"                       | isn't flag
            deploy/ecs.yaml        | NetworkMode: awsvpc                  | NetworkMode: vpc                       | isn't one
            deploy/ecs.yaml        | RequiresCompatibilities: [FARGATE]   | RequiresCompatibilities: FARGATE       | is no list
            deploy/ecs.yaml        | !Ref Image                           | !Import Image                          | !Import is unknown
            deploy/ecs.yaml        | TaskDefinition: !Ref Task            | TaskDefinition: *task                  | an alias
            """)
    void aSlipIsFound(String file, String right, String wrong, String told) throws IOException {
        String text = text(CONFIG.resolve(file));
        assertThat(text).contains(right);
        String slipped = text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
        if (wrong.contains("*task")) {
            slipped = slipped.replace("  Task:\n", "  Task: &task\n");
        }
        assertThat(new CloudFormationTemplate(slipped).mistakes()).anyMatch(mistake -> mistake.contains(told));
    }

    @ParameterizedTest
    @CsvSource({"MachinesRule, isn't always there", "Nobody, isn't there"})
    void whatIsWaitedForIsThere(String target, String told) throws IOException {
        String text = text(CONFIG.resolve("deploy/ecs.yaml"))
                .replace(
                        "    Type: AWS::ECS::Service\n",
                        "    Type: AWS::ECS::Service\n    DependsOn: " + target + "\n");
        assertThat(new CloudFormationTemplate(text).mistakes()).anyMatch(mistake -> mistake.contains(told));
    }

    /** Where it is installed. */
    @Test
    @Tag("full")
    void cfnLintHasNothingToSay() throws Exception {
        for (String file : List.of("aws/registry-role.yaml", "deploy/ecs.yaml")) {
            Process lint;
            try {
                lint = new ProcessBuilder("cfn-lint", CONFIG.resolve(file).toString())
                        .redirectErrorStream(true)
                        .start();
            } catch (IOException e) {
                abort("cfn-lint isn't here");
                return;
            }
            assertThat(new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as(file)
                    .isBlank();
            assertThat(lint.waitFor()).as(file).isZero();
        }
    }

    @Test
    void aKeyThatIsSaidTwiceIsNone() {
        String twice =
                text(CONFIG.resolve("aws/registry-role.yaml")).replace("MaxSessionDuration: 3600", "RoleName: x");
        assertThatThrownBy(() -> new CloudFormationTemplate(twice).mistakes()).hasMessage("RoleName is said twice");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
