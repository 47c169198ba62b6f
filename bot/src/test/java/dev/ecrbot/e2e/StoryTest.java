package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.LongestWait;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the exported audit trail tells of a request, to somebody who has nothing else. */
@Tag("process")
final class StoryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ASK = "grant push web/frontend sales ci-deployer for 7d because nightly build";
    // Names that the configuration gives may mean something else by the time it is read.
    private static final String RECORDED = "grant push central/us-west-2:web/frontend "
            + "arn:aws:iam::222222222222:role/ci-deployer for 7d because nightly build";

    @TempDir
    private Path directory;

    @Test
    void ofAnAppliedRequest() throws Exception {
        TrialConfig config = TrialConfig.http().storedIn("jdbc:h2:file:" + directory.resolve("ledger"));
        String id;
        String base;
        String applied;
        try (var office = new Office(config)) {
            base = office.policy("web/frontend");
            Message card = office.asks(Office.RITA, ASK);
            id = Office.id(card);
            office.clicks(Office.OLGA, card, Office.APPROVE);
            office.until(card, now -> now.shown().contains("1 of 2"));
            office.approves(Office.AMIR, card);
            applied = office.policy("web/frontend");
        }

        List<JsonNode> story = exported(config).stream()
                .filter(event -> event.path("request").asText().equals(id))
                .toList();

        assertThat(story)
                .extracting(event -> event.get("kind").asText())
                .containsExactly("ASKED", "APPROVAL_GIVEN", "APPROVAL_GIVEN", "APPROVED", "APPLYING", "APPLIED");
        assertThat(story).allSatisfy(event -> {
            assertThat(event.get("version").asText()).isEqualTo("unpackaged");
            assertThat(event.get("at").asText()).endsWith("Z");
        });
        assertThat(detail(story.get(0), "ask")).isEqualTo(RECORDED);
        assertThat(policy(story.get(0), "base")).matches(said -> said.sameAs(PolicyDocument.parse(base)));
        assertThat(actor(story.get(0))).isEqualTo("T0HOME/" + Office.RITA.id());
        assertThat(actor(story.get(1))).isEqualTo("T0HOME/" + Office.OLGA.id());
        assertThat(actor(story.get(2))).isEqualTo("T0HOME/" + Office.AMIR.id());
        assertThat(policy(story.get(4), "base")).matches(said -> said.sameAs(PolicyDocument.parse(base)));
        assertThat(policy(story.get(4), "proposed")).matches(said -> said.sameAs(PolicyDocument.parse(applied)));
        assertThat(policy(story.get(5), "applied")).matches(said -> said.sameAs(PolicyDocument.parse(applied)));
        assertThat(detail(story.get(5), "aws_request_id")).hasSize(36);
    }

    @Test
    void namesTheVersionInTheJarsManifest() throws Exception {
        Path jar = jar("4.5.6");
        String url = "jdbc:h2:file:" + directory.resolve("packaged");
        run(List.of("-cp", jar + ":" + System.getProperty("java.class.path"), Recording.class.getName(), url));

        assertThat(exported(TrialConfig.http().storedIn(url)))
                .extracting(event -> event.get("version").asText())
                .containsExactly("4.5.6");
    }

    private List<JsonNode> exported(TrialConfig config) throws Exception {
        Path file = directory.resolve("ecr-bot.yml");
        Outpost.write(file, config.yaml(URI.create("http://127.0.0.1:1/api/")));
        List<JsonNode> events = new ArrayList<>();
        for (String line : run(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "dev.ecrbot.Main",
                "export",
                "--config",
                file.toString()))) {
            events.add(JSON.readTree(line));
        }
        return events;
    }

    private List<String> run(List<String> arguments) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(directory.resolve("errors").toFile())
                .start();
        assertThat(process.waitFor(LongestWait.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(directory.resolve("errors")))
                .isZero();
        return Files.readAllLines(out);
    }

    /** Packs the store's classes, as the build packs all. */
    private Path jar(String version) throws Exception {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        Path jar = directory.resolve("packed.jar");
        Path classes = Path.of(PolicyDocument.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var files = Files.walk(classes.resolve("dev/ecrbot/store"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    private static PolicyDocument policy(JsonNode event, String name) {
        return PolicyDocument.parse(detail(event, name));
    }

    private static String detail(JsonNode event, String name) {
        return event.path("details").path(name).asText();
    }

    private static String actor(JsonNode event) {
        return event.path("actor").path("team").asText() + "/"
                + event.path("actor").path("user").asText();
    }
}
