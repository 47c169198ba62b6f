package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with a policy as editors, templates and terminals leave them: each is read for what it is, or its fault is named. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class FileKindsTest {
    private static final Path KINDS = Path.of("src/test/resources/dev/ecrbot/cli/file-kinds.jsonl");

    @TempDir
    private Path directory;

    /**
     * One of them.
     *
     * @param said what has to be said of it; “fine” if nothing
     */
    private record Kind(String name, String said, String text, Charset charset) {
        private static Kind of(JsonNode node) {
            return new Kind(
                    node.path("name").asText(),
                    node.path("said").asText(),
                    node.path("text").asText(),
                    Charset.forName(node.path("charset").asText("UTF-8")));
        }

        @Override
        public String toString() {
            return name + ": " + said;
        }
    }

    static List<Kind> kinds() throws IOException {
        try (var read = new JsonMapper().readerFor(JsonNode.class).<JsonNode>readValues(KINDS.toFile())) {
            return read.readAll().stream().map(Kind::of).toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void isReadOrItsFaultIsNamed(Kind kind) throws IOException {
        Path file = directory.resolve(kind.name());
        Files.writeString(file, kind.text(), kind.charset());
        Line line = Line.of(
                "",
                "lint",
                "--repository",
                "arn:aws:ecr:us-west-2:111111111111:repository/payments/api",
                "--account",
                "222222222222=sales",
                file.toString());
        if (kind.said().equals("fine")) {
            assertThat(line.out() + line.error()).isEmpty();
            assertThat(line.exit()).isEqualTo(Exit.FINE);
        } else {
            assertThat(line.out() + line.error()).contains(kind.said());
            assertThat(line.exit()).isNotEqualTo(Exit.FINE);
        }
    }
}
