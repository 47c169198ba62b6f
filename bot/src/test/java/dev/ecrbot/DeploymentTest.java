package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.config.OpsSettings;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.http.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The ways to run the bot that the documents offer have what the program needs, and let it do no more. */
final class DeploymentTest {
    private static final Path CONFIG = Path.of("..", "config");
    private static final String[] SECRETS = {"SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", "STORE_PASSWORD", "STORE_USER"};

    private static final String RULE = """
              - name: all
                repositories: ["*"]
                access: [pull]
                to: ["*"]
                requesters: ["machine:ci"]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
            """;

    private static List<JsonNode> documents(String file) throws IOException {
        var mapper = new YAMLMapper();
        // CloudFormation's own tags say nothing to a plain reader.
        String text = Files.readString(CONFIG.resolve(file)).replaceAll("!(Ref|Sub|GetAtt|If|Not|Equals)\\b ?", "");
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
        assertThat(names(bot.at("/environment")))
                .contains(SECRETS)
                .allMatch(name -> List.of(SECRETS).contains(name)
                        || (name.startsWith("AWS_")
                                && bot.at("/environment").path(name).isNull()));
        assertThat(bot.at("/read_only").booleanValue()).isTrue();
        assertThat(bot.at("/cap_drop/0").textValue()).isEqualTo("ALL");
        assertThat(bot.at("/volumes")).allMatch(volume -> volume.textValue().endsWith(":ro"));
    }

    /** A file that was put in another's place is seen through the folder that both are in, and not where the first was mounted itself. */
    @Test
    void theConfigurationIsMountedAsTheFolderThatItIsIn() throws IOException {
        assertThat(only("deploy/compose.yaml").at("/services/bot/volumes"))
                .extracting(JsonNode::textValue)
                .contains("./ecr-bot:/config:ro");
        JsonNode mount =
                documents("deploy/kubernetes/bot.yaml").get(1).at("/spec/template/spec/containers/0/volumeMounts/0");
        assertThat(mount.path("mountPath").textValue()).isEqualTo("/config");
        assertThat(mount.has("subPath")).isFalse();
        assertThat(only("deploy/ecs.yaml").at("/Resources/Task/Properties/ContainerDefinitions/0/MountPoints"))
                .anyMatch(point -> point.path("ContainerPath").textValue().equals("/config"));
    }

    /** What is to be typed can be typed in that order: a secret can't be put into a namespace that isn't there. */
    @Test
    void theNamespaceIsMadeBeforeTheSecretInIt() throws IOException {
        assertThat(Files.readString(CONFIG.resolve("deploy/kubernetes/kustomization.yaml")))
                .containsSubsequence(
                        "kubectl apply -f config/deploy/kubernetes/namespace.yaml",
                        "kubectl -n ecr-bot create secret",
                        "kubectl apply -k config/deploy/kubernetes");
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
    void kubernetesLetsNobodyInButWhoReadsMetrics() throws IOException {
        JsonNode policy = only("deploy/kubernetes/network.yaml");
        JsonNode pod = documents("deploy/kubernetes/bot.yaml").get(1).at("/spec/template");
        assertThat(policy.at("/spec/podSelector/matchLabels")).isEqualTo(pod.at("/metadata/labels"));
        assertThat(policy.at("/spec/policyTypes").toString()).isEqualTo("[\"Ingress\"]");
        assertThat(policy.at("/spec/ingress")).hasSize(1);
        assertThat(policy.at("/spec/ingress/0/ports")).hasSize(1);
        assertThat(policy.at("/spec/ingress/0/ports/0/port")).isEqualTo(pod.at("/spec/containers/0/ports/0/name"));
        assertThat(pod.at("/spec/containers/0/ports")).hasSize(1);
        assertThat(pod.at("/spec/containers/0/ports/0/containerPort").intValue())
                .isEqualTo(OpsSettings.DEFAULT.address().port());
    }

    @Test
    void machinesComeToKubernetesThroughWhatSpeaksTlsAlone() throws IOException {
        Path base = CONFIG.resolve("deploy/kubernetes");
        assertThat(Files.readString(base.resolve("kustomization.yaml"))).contains("\n# components: [machines]\n");
        JsonNode component = only("deploy/kubernetes/machines/kustomization.yaml");
        assertThat(component.at("/kind").textValue()).isEqualTo("Component");
        JsonNode patch = new YAMLMapper()
                .readTree(component.at("/patches/0/patch").textValue())
                .get(0);
        JsonNode deployment = documents("deploy/kubernetes/bot.yaml").get(1);
        assertThat(patch.at("/path").textValue()).endsWith("/ports/-");
        assertThat(deployment
                        .at(patch.at("/path").textValue().replace("/-", ""))
                        .isArray())
                .isTrue();
        assertThat(component.at("/patches/0/target/name")).isEqualTo(deployment.at("/metadata/name"));
        assertThat(patch.at("/value/containerPort").intValue()).isEqualTo(MachineSettings.DEFAULT.port());

        List<JsonNode> door = documents("deploy/kubernetes/machines/machines.yaml");
        JsonNode service = door.get(0);
        JsonNode ingress = door.get(1);
        JsonNode policy = door.get(2);
        assertThat(service.at("/spec/ports/0/targetPort")).isEqualTo(patch.at("/value/name"));
        assertThat(service.at("/spec/selector")).isEqualTo(deployment.at("/spec/template/metadata/labels"));
        JsonNode backend = ingress.at("/spec/rules/0/http/paths/0/backend/service");
        assertThat(backend.at("/name")).isEqualTo(service.at("/metadata/name"));
        assertThat(backend.at("/port/name")).isEqualTo(service.at("/spec/ports/0/name"));
        assertThat(ingress.at("/spec/tls/0/hosts/0")).isEqualTo(ingress.at("/spec/rules/0/host"));
        assertThat(policy.at("/spec/ingress/0/ports/0/port")).isEqualTo(patch.at("/value/name"));
        assertThat(policy.at("/spec/ingress/0/from")).isNotEmpty();
    }

    @Test
    void machinesComeToFargateThroughALoadBalancerWhereOneIsNamed() throws IOException {
        JsonNode stack = only("deploy/ecs.yaml");
        int port = MachineSettings.DEFAULT.port();
        int ops = OpsSettings.DEFAULT.address().port();
        JsonNode mappings = stack.at("/Resources/Task/Properties/ContainerDefinitions/0/PortMappings");
        assertThat(mappings.at("/0").textValue()).isEqualTo("Machines");
        assertThat(mappings.at("/1/0/ContainerPort").intValue()).isEqualTo(port);
        JsonNode group = stack.at("/Resources/MachinesGroup/Properties");
        assertThat(group.at("/Port").intValue()).isEqualTo(port);
        assertThat(group.at("/HealthCheckPort").textValue()).isEqualTo(Integer.toString(ops));
        assertThat(group.at("/HealthCheckPath").textValue()).isEqualTo("/health/ready");
        JsonNode balancers = stack.at("/Resources/Service/Properties/LoadBalancers");
        assertThat(balancers.at("/0").textValue()).isEqualTo("Machines");
        assertThat(balancers.at("/1/0/ContainerPort").intValue()).isEqualTo(port);
        assertThat(stack.at("/Resources/MachinesIn/Properties/FromPort").intValue())
                .isEqualTo(port);
        assertThat(stack.at("/Resources/HealthIn/Properties/FromPort").intValue())
                .isEqualTo(ops);
        for (String resource : List.of("MachinesGroup", "MachinesRule", "MachinesIn", "HealthIn")) {
            assertThat(stack.at("/Resources/" + resource + "/Condition").textValue())
                    .as(resource)
                    .isEqualTo("Machines");
        }
        for (String parameter : List.of("Vpc", "Listener", "LoadBalancerSecurityGroup", "MachinesHost")) {
            assertThat(stack.at("/Parameters/" + parameter + "/Default").textValue())
                    .as("%s can be left out", parameter)
                    .isEmpty();
        }
    }

    @Test
    void machinesComeToComposeThroughAProxyWhereItIsAskedFor() throws IOException {
        JsonNode services = only("deploy/compose.yaml").at("/services");
        JsonNode proxy = services.at("/proxy");
        assertThat(proxy.at("/profiles/0").textValue()).isEqualTo("machines");
        assertThat(proxy.at("/command"))
                .last()
                .satisfies(to -> assertThat(to.textValue()).isEqualTo("bot:" + MachineSettings.DEFAULT.port()));
        assertThat(proxy.at("/ports/0").textValue()).isEqualTo("443:443");
        assertThat(services.at("/bot/ports").toString()).isEqualTo("[\"127.0.0.1:8080:8080\"]");
    }

    @Test
    void whatTheExamplesSayOfMachinesTheBotTakes() throws IOException {
        for (String file : List.of("deploy/compose.yaml", "deploy/ecs.yaml", "deploy/kubernetes/kustomization.yaml")) {
            assertThat(Files.readString(CONFIG.resolve(file))).as(file).contains("machines: {host: 0.0.0.0, …}");
        }
        Optional<MachineSettings> machines = DeskBench.config(RULE, """
                        machines:
                          host: 0.0.0.0
                          audience: https://ecr-bot.example.com
                          identities: {ci: {iam: "arn:aws:iam::222222222222:role/ci"}}
                        """).machines();
        assertThat(machines.map(MachineSettings::address))
                .contains(new Address(Optional.of("0.0.0.0"), MachineSettings.DEFAULT.port()));
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
