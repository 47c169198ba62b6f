package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds turns of phrase that readers stumbled over, in texts, comments and pages alike. */
final class PlainEnglishTest {
    private static final Pattern STUMBLING = Pattern.compile(
            "\\b(held|hold|holds|holding) (it |them |this |both )?against|, if so\\b|so this was not|nothing to do for you"
                    + "|\\busual are\\b|\\bwhat is other\\b|\\bcame to be there\\b",
            Pattern.CASE_INSENSITIVE);

    @Test
    void nobodyStumbles() throws IOException {
        try (Stream<Path> main = Files.walk(Path.of("src", "main", "java"));
                Stream<Path> site = Files.walk(Path.of("src", "site", "markdown"))) {
            List<String> found = Stream.concat(main, site)
                    .filter(Files::isRegularFile)
                    .flatMap(PlainEnglishTest::stumbling)
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The reason is held against the rule's form.",
                "Returns why that failed, if so.",
                "There is nothing to do for you.",
                "It was too long, so this was not taken in.",
                "It failed: usual are an expired login and a wrong name.",
                "What is other in this file isn't known.",
                "The file came to be there meanwhile."
            })
    void theseAreFound(String text) {
        assertThat(STUMBLING.matcher(text).find()).isTrue();
    }

    private static Stream<String> stumbling(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> STUMBLING.matcher(line).find())
                    .map(line -> file.getFileName() + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
