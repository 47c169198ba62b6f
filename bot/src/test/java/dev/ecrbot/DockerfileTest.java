package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps what an image without these would still build without. */
final class DockerfileTest {

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
    void needsOnlyFilesThatReachTheBuild() throws IOException {
        assertThat(Files.readAllLines(Path.of("..", ".dockerignore")))
                .containsExactlyInAnyOrder("*", "!.mvn", "!bot/pom.xml", "!bot/src/main", "!mvnw", "!pom.xml");
    }
}
