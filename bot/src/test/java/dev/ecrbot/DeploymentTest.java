package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The ways to run the bot that the documents offer have what the program needs, and let it do no more. */
final class DeploymentTest {
    private static final Path CONFIG = Path.of("..", "config");
    private static final String[] SECRETS = {"SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", "STORE_PASSWORD", "STORE_USER"};

    private static List<JsonNode> documents(String file) throws IOException {
        var mapper = new YAMLMapper();
        // CloudFormation's own tags say nothing to a plain reader.
        String text = Files.readString(CONFIG.resolve(file)).replaceAll("!(Ref|Sub|GetAtt) ", "");
        try (var documents = mapper.readerFor(JsonNode.class).readValues(new YAMLFactory().createParser(text))) {
            var all = new ArrayList<JsonNode>();
            documents.forEachRemaining(document -> all.add((JsonNode) document));
            return all;
        }
    }

    private static JsonNode only(String file) throws IOException {
        assertThat(documents(file)).hasSize(1);
        return documents(file).get(0);
    }

    @Test
    void composeGivesTheSecretsAndNothingToWriteOn() throws IOException {
        JsonNode bot = only("deploy/compose.yaml").at("/services/bot");
        assertThat(names(bot.at("/environment"))).containsExactly(SECRETS);
        assertThat(bot.at("/read_only").booleanValue()).isTrue();
        assertThat(bot.at("/cap_drop/0").textValue()).isEqualTo("ALL");
        assertThat(bot.at("/volumes")).allMatch(volume -> volume.textValue().endsWith(":ro"));
    }

    @Test
    void kubernetesRunsItAsNobodyAndAsksWhetherItLives() throws IOException {
        JsonNode pod = documents("deploy/kubernetes/bot.yaml").get(1).at("/spec/template/spec");
        JsonNode bot = pod.at("/containers/0");
        assertThat(pod.at("/securityContext/runAsUser").intValue()).isEqualTo(10001);
        assertThat(bot.at("/securityContext/readOnlyRootFilesystem").booleanValue())
                .isTrue();
        assertThat(bot.at("/livenessProbe/httpGet/path").textValue()).isEqualTo("/health/live");
        assertThat(bot.at("/readinessProbe/httpGet/path").textValue()).isEqualTo("/health/ready");
        assertThat(bot.at("/volumeMounts/0/mountPath").textValue()).isEqualTo("/config");
        for (JsonNode file : only("deploy/kubernetes/kustomization.yaml").at("/resources")) {
            assertThat(CONFIG.resolve("deploy/kubernetes").resolve(file.textValue()))
                    .exists();
        }
    }

    @Test
    void fargateGivesTheSecretsAndLetsTheBotAssumeRolesAndNothingElse() throws IOException {
        JsonNode stack = only("deploy/ecs.yaml");
        JsonNode bot = stack.at("/Resources/Task/Properties/ContainerDefinitions/0");
        assertThat(bot.at("/Secrets").findValuesAsText("Name")).containsExactlyInAnyOrder(SECRETS);
        assertThat(bot.at("/ReadonlyRootFilesystem").booleanValue()).isTrue();
        assertThat(bot.at("/User").textValue()).isEqualTo("10001:10001");
        JsonNode statements = stack.at("/Resources/TaskRole/Properties/Policies/0/PolicyDocument/Statement");
        assertThat(statements).hasSize(1);
        assertThat(statements.at("/0/Action"))
                .allMatch(action -> action.textValue().startsWith("sts:"));
        assertThat(statements.at("/0/Resource").textValue()).isEqualTo("RegistryRoles");
        stack.at("/Parameters")
                .fieldNames()
                .forEachRemaining(
                        name -> assertThat(stack.at("/Resources").toString()).contains(name));
    }

    @Test
    void everyAlertSaysWhatToDo() throws IOException {
        JsonNode rules = only("monitoring/alerts.yaml").at("/groups/0/rules");
        assertThat(rules)
                .isNotEmpty()
                .allSatisfy(rule ->
                        assertThat(rule.at("/annotations/action").textValue()).isNotBlank());
    }

    private static List<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }
}
