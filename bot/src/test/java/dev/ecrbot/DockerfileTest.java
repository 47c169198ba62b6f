package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.reader.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps what an image without these would still build without. */
final class DockerfileTest {
    // Resident beside the heap under load, with the cache copied, which it isn't any more: the soak of figures.md.
    private static final int BESIDE_HEAP_MB = 175;

    @Test
    void runsAsNobodyAndHearsTheSignalToEnd() throws IOException {
        String text = Files.readString(Path.of("..", "Dockerfile"));

        assertThat(text.lines().filter(line -> line.startsWith("USER "))).containsExactly("USER 10001:10001");
        assertThat(text.lines().filter(line -> line.startsWith("ENTRYPOINT ")))
                .singleElement()
                .asString()
                .startsWith("ENTRYPOINT [\"java\", \"-Dfile.encoding=UTF-8\"")
                .endsWith("\"-jar\", \"/app/ecr-bot.jar\"]");
        assertThat(text).as("a bot out of memory ends, and is started anew").contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(text).contains("HEALTHCHECK", "/health/live", "VOLUME /data");
        assertThat(text.indexOf("/app/lib")).isLessThan(text.indexOf("target/ecr-bot.jar"));
    }

    @Test
    void imagesHaveATagAndCanBeNamedByDigest() throws IOException {
        String text = Files.readString(Path.of("..", "Dockerfile"));

        assertThat(text.lines().filter(line -> line.startsWith("ARG ")))
                .containsExactly(
                        "ARG BUILD_IMAGE=eclipse-temurin:17-jdk", "ARG RUN_IMAGE=eclipse-temurin:25-jre-alpine");
        assertThat(text.lines().filter(line -> line.startsWith("FROM ")))
                .containsExactly("FROM ${BUILD_IMAGE} AS build", "FROM ${RUN_IMAGE} AS trained", "FROM ${RUN_IMAGE}");
        assertThat(text).contains("@sha256:");
    }

    /** A cache that was made with other options isn't used, and nobody would notice but by the clock. */
    @Test
    void theCacheIsMadeWithTheOptionsThatTheBotRunsWith() throws IOException {
        String entrypoint = Files.readString(Path.of("..", "Dockerfile"))
                .lines()
                .filter(line -> line.startsWith("ENTRYPOINT "))
                .findFirst()
                .orElseThrow();

        assertThat(Files.readAllLines(Path.of("src", "main", "docker", "jvm.options")))
                .isNotEmpty()
                .allMatch(option -> entrypoint.contains("\"" + option + "\""));
        assertThat(entrypoint).contains("-XX:AOTCache=/app/ecr-bot.aot");
    }

    /** What the training's configuration hasn't, Java learns at each start of a bot that has it. */
    @Test
    void theCacheIsMadeWithEachKeyThatARuleCanHave() throws IOException {
        Path training = Path.of("src", "main", "docker", "training.yml");
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("..", "config", "ecr-bot.schema.json").toFile());
        Map<?, ?> rule = (Map<?, ?>) YamlTree.read("bot/" + training).at("rules", "0");

        assertThat(ConfigReader.read(training)).isInstanceOf(Reading.Valid.class);
        assertThat(rule.keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrderElementsOf(
                        () -> schema.at("/definitions/rule/properties").fieldNames());
    }

    /** A burst may fill the whole heap, and a process past its limit is killed. */
    @Test
    void whatJavaTakesBesideItsHeapFitsIntoTheLimit() throws IOException {
        int share = number(Path.of("..", "Dockerfile"), "-XX:MaxRAMPercentage=(\\d+)");
        int limit =
                number(Path.of("..", "config", "deploy", "kubernetes", "bot.yaml"), "limits: \\{memory: (\\d+)Mi\\}");

        assertThat(limit * share / 100 + BESIDE_HEAP_MB).isLessThanOrEqualTo(limit);
    }

    private static int number(Path file, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
        assertThat(found.find()).as("%s in %s", pattern, file).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @Test
    void needsOnlyFilesThatReachTheBuild() throws IOException {
        assertThat(Files.readAllLines(Path.of("..", ".dockerignore")))
                .containsExactlyInAnyOrder("*", "!.mvn", "!bot/pom.xml", "!bot/src/main", "!mvnw", "!pom.xml");
    }
}
