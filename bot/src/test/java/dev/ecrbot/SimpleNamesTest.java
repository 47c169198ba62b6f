package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A type that other rooms see has a simple name of its own. What one room keeps to itself is called as it likes there. */
final class SimpleNamesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PUBLIC = Pattern.compile(
            "^public (?:[a-z-]+ )*(?:class|record|interface|enum|@interface) (\\w+)", Pattern.MULTILINE);

    @Test
    void noneStandsTwice() throws IOException {
        var texts = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        assertThat(texts).hasSizeGreaterThan(1_000);
        assertThat(twice(texts)).isEmpty();
    }

    @Test
    void oneThatStandsTwiceIsFound() {
        assertThat(twice(List.of(
                        "public record Place(int line) {}",
                        "/** A public record Place. */\npublic sealed interface Place {}",
                        "final class Other {}",
                        "public final class Other {}")))
                .containsExactly("Place");
    }

    private static List<String> twice(List<String> texts) {
        Map<String, Long> seen = texts.stream()
                .flatMap(text -> PUBLIC.matcher(text).results().map(type -> type.group(1)))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
