package dev.ecrbot.aws;

import static dev.ecrbot.sandbox.ecr.SeedRegistry.west;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.time.Tempo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The SDK's own variables lead the bot's clients to another AWS, in a process of their own. */
final class EndpointVariablesTest {

    private final EcrModel model = SeedRegistry.model(Clock.systemUTC());
    private final LocalAws aws = new LocalAws(model, SeedRegistry.BOT_HOST);

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    @Tag("process")
    void theVariablesOfEachServiceAreHonoured() throws Exception {
        assertLedHere(aws.environment());
    }

    @Test
    @Tag("process")
    void theVariableForAllServicesIsHonoured() throws Exception {
        var environment = new HashMap<>(aws.environment());
        environment.remove("AWS_ENDPOINT_URL_ECR");
        environment.remove("AWS_ENDPOINT_URL_STS");
        environment.put("AWS_ENDPOINT_URL", aws.uri().toString());

        assertLedHere(environment);
    }

    @Test
    void systemPropertiesDoTheSameWithinAProcess() {
        aws.systemProperties().forEach(System::setProperty);
        try (var policies = new AwsPolicies(List.of(Documents.ASSUMING), Clock.systemUTC(), Tempo.REAL)) {
            assertThat(policies.read(west("central/app")).statements()).hasSize(2);
        } finally {
            aws.systemProperties().keySet().forEach(System::clearProperty);
        }
        assertThat(model.traffic().calls(ApiOperation.ASSUME_ROLE)).hasSize(1);
    }

    private void assertLedHere(Map<String, String> environment) throws IOException, InterruptedException {
        var java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName());
        java.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        java.environment().putAll(environment);
        java.redirectErrorStream(true);
        Process process = java.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(LongestWait.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("statements: 2");
        assertThat(model.traffic().calls(ApiOperation.ASSUME_ROLE)).hasSize(1);
        assertThat(model.traffic().calls(ApiOperation.GET_REPOSITORY_POLICY)).hasSize(1);
    }

    /** What runs in the other process. */
    static final class Probe {

        private Probe() {}

        public static void main(String[] args) {
            try (var policies = new AwsPolicies(List.of(Documents.ASSUMING), Clock.systemUTC(), Tempo.REAL)) {
                System.out.println("statements: "
                        + policies.read(west("central/app")).statements().size());
            }
        }
    }
}
