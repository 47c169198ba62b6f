package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeps the role that the bot assumes in a registry's account to what the bot needs. */
final class RegistryRoleTest {
    private static final String[] ROLE = {"Resources", "Role", "Properties"};

    private static final Pattern TERRAFORM_STATEMENT = Pattern.compile(
            "Sid +=\\s+\"(\\w+)\"[^\\[]+?Action +=\\s+\\[\\s*\"([^\\]]+)\",?\\s*](?:\\s+Resource = \"(.+)\")?");

    private YamlTree template;

    @BeforeEach
    void read() throws IOException {
        template = YamlTree.read("config/aws/registry-role.yaml");
    }

    @Test
    void writesRepositoryPoliciesAndNothingElse() {
        assertThat(statements().stream().flatMap(statement -> actions(statement).stream()))
                .containsExactlyInAnyOrder(
                        "ecr:GetRepositoryPolicy",
                        "ecr:SetRepositoryPolicy",
                        "ecr:DeleteRepositoryPolicy",
                        "ecr:DescribeRepositories",
                        "ecr:DescribeImages",
                        "ecr:ListTagsForResource",
                        "ecr:GetRegistryPolicy",
                        "ecr:DescribeRegistry",
                        "ecr:GetAccountSetting",
                        "ecr:DescribeRepositoryCreationTemplates",
                        "ecr:DescribePullThroughCacheRules");
        assertThat(template.map("Resources")).containsOnlyKeys("Role");
        assertThat(template.map(ROLE)).doesNotContainKey("ManagedPolicyArns");
    }

    @Test
    void reachesOnlyThisAccountsRepositories() {
        assertThat(statements())
                .filteredOn(statement ->
                        actions(statement).stream().anyMatch(action -> action.matches(".*:(Set|Delete).*")))
                .singleElement()
                .satisfies(statement -> assertThat(statement.get("Resource"))
                        .isEqualTo("arn:${AWS::Partition}:ecr:*:${AWS::AccountId}:repository/${RepositoryPattern}"));
        assertThat(statements())
                .filteredOn(statement -> statement.get("Resource").equals("*"))
                .singleElement()
                .satisfies(statement -> assertThat(actions(statement))
                        .containsExactly(
                                "ecr:GetRegistryPolicy",
                                "ecr:DescribeRegistry",
                                "ecr:GetAccountSetting",
                                "ecr:DescribeRepositoryCreationTemplates",
                                "ecr:DescribePullThroughCacheRules"));
    }

    @Test
    void writesTheRegistrysPolicyOnlyIfAParameterSaysSo() {
        List<?> choice = choice();

        assertThat(choice).hasSize(3);
        assertThat(choice.get(0)).isEqualTo("ChangesRegistryPolicy");
        assertThat(actions(choice.get(1))).containsExactly("ecr:PutRegistryPolicy", "ecr:DeleteRegistryPolicy");
        assertThat(((Map<?, ?>) choice.get(1)).get("Resource")).isEqualTo("*");
        assertThat(choice.get(2)).isEqualTo("AWS::NoValue");
        assertThat(template.list("Conditions", "ChangesRegistryPolicy")).isEqualTo(List.of("RegistryPolicy", "true"));
        assertThat(template.text("Parameters", "RegistryPolicy", "Default")).isEqualTo("false");
    }

    @Test
    void letsOnlyTheBotInAndLetsItSayForWhomItActs() {
        assertThat(trust()).singleElement().satisfies(statement -> {
            assertThat(((Map<?, ?>) statement).get("Principal")).isEqualTo(Map.of("AWS", "BotPrincipalArn"));
            assertThat(actions(statement))
                    .containsExactlyInAnyOrder("sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession");
        });
    }

    /** Each statement's actions and resource, by its Sid. */
    @Test
    void terraformMakesTheSameRole() throws IOException {
        String terraform = Files.readString(Path.of("..", "config", "aws", "registry-role.tf"))
                .replace("local.repositories", "AWS::Repositories")
                .replaceAll("\\bdata\\.aws_partition\\.registry\\.partition", "AWS::Partition")
                .replaceAll("\\bdata\\.aws_caller_identity\\.registry\\.account_id", "AWS::AccountId")
                .replace("var.repository_pattern", "RepositoryPattern");
        String repositories = group("repositories = \"(.+)\"", terraform);
        List<Map<?, ?>> all = new ArrayList<>(statements());
        all.add((Map<?, ?>) choice().get(1));
        all.add((Map<?, ?>) trust().get(0));
        assertThat(terraform).contains("var.registry_policy ? [{");
        assertThat(TERRAFORM_STATEMENT.matcher(terraform).results())
                .hasSize(all.size())
                .allSatisfy(found -> assertThat(all)
                        .filteredOn(statement -> statement.get("Sid").equals(found.group(1)))
                        .singleElement()
                        .satisfies(statement -> {
                            assertThat(List.of(found.group(2).split("\",\\s+\"", -1)))
                                    .isEqualTo(actions(statement));
                            assertThat(Optional.ofNullable(found.group(3))
                                            .map(resource -> resource.replace("${AWS::Repositories}", repositories)))
                                    .isEqualTo(Optional.ofNullable(statement.get("Resource")));
                        }));
    }

    @Test
    void aBoundaryAndAnOrganizationAreLeftOutUnlessGiven() throws IOException {
        assertThat(template.list("Resources", "Role", "Properties", "PermissionsBoundary"))
                .isEqualTo(List.of("HasBoundary", "PermissionsBoundary", "AWS::NoValue"));
        assertThat(((Map<?, ?>) trust().get(0)).get("Condition"))
                .isEqualTo(List.of(
                        "HasOrganization",
                        Map.of("StringEquals", Map.of("aws:PrincipalOrgID", "OrganizationId")),
                        "AWS::NoValue"));
        assertThat(template.map("Conditions").toString())
                .contains("HasBoundary=[[PermissionsBoundary, ]]", "HasOrganization=[[OrganizationId, ]]");
        assertThat(Files.readString(Path.of("..", "config", "aws", "registry-role.tf")))
                .contains(
                        "permissions_boundary = var.permissions_boundary",
                        "\"aws:PrincipalOrgID\" = var.organization_id",
                        "if var.organization_id != null");
    }

    private static String group(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** A StackSet gives each account the same parameters: nothing in the template may be of one account, or of the Region it is made in. */
    @Test
    void aStackSetCanMakeItInManyAccounts() throws IOException {
        String text = Files.readString(Path.of("..", "config", "aws", "registry-role.yaml"));
        assertThat(template.map("Resources").toString())
                .doesNotContainPattern("[0-9]{12}")
                .doesNotContain("AWS::Region");
        assertThat(text).contains("create-stack-set", "CAPABILITY_NAMED_IAM", "--regions us-east-1");
        assertThat(template.map("Parameters"))
                .allSatisfy((name, parameter) -> assertThat(((Map<?, ?>) parameter).get("Type"))
                        .as("given by whoever makes the set, and not looked up in each account: %s", name)
                        .isEqualTo("String"));
        assertThat(text).doesNotContain("Fn::ImportValue", "!ImportValue", "{{resolve:", "\nTransform:");
    }

    @Test
    void saysWhatTheBotItselfNeeds() throws IOException {
        JsonNode policy = new ObjectMapper().readTree(template.text("Outputs", "BotPolicy", "Value"));

        assertThat(policy.at("/Statement/0/Action"))
                .extracting(JsonNode::asText)
                .contains("sts:AssumeRole");
        assertThat(policy.at("/Statement/0/Resource").asText()).isEqualTo("${Role.Arn}");
        assertThat(template.text("Outputs", "RoleArn", "Value")).isEqualTo("Role.Arn");
    }

    @Test
    void describesEveryParameterAndUsesIt() {
        assertThat(template.map("Parameters")).hasSize(6).allSatisfy((name, parameter) -> {
            assertThat(((Map<?, ?>) parameter).get("Description")).asString().isNotBlank();
            assertThat(template.map("Resources").toString()).contains(name);
        });
    }

    /** Returns the statements that are there whatever the parameters say. */
    private List<Map<?, ?>> statements() {
        return policyStatements().stream()
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(statement -> (Map<?, ?>) statement)
                .toList();
    }

    private List<?> choice() {
        return (List<?>) policyStatements().stream()
                .filter(List.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private List<Object> trust() {
        return template.list("Resources", "Role", "Properties", "AssumeRolePolicyDocument", "Statement");
    }

    private List<Object> policyStatements() {
        return template.list("Resources", "Role", "Properties", "Policies", "0", "PolicyDocument", "Statement");
    }

    @SuppressWarnings("unchecked")
    private static List<String> actions(Object statement) {
        return (List<String>) ((Map<?, ?>) statement).get("Action");
    }
}
