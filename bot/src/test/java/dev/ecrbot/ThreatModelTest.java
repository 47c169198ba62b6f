package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each threat on the page about security names tests that are there. */
final class ThreatModelTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "security.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");
    private static final List<String> THREATS = List.of(
            "forged requests",
            "replay",
            "stolen token",
            "malicious approver",
            "Slack admin",
            "injected text",
            "poisoned policy",
            "confused deputy",
            "response_url",
            "log injection",
            "denial of service",
            "supply chain",
            "machines",
            "another algorithm",
            "never ends its answer",
            "metrics",
            "same machine",
            "configuration");

    @Test
    void eachHasTestsThatAreThere() throws IOException {
        Map<String, String> tests = tests();
        List<List<String>> rows = rows();
        for (List<String> row : rows) {
            var named = NAMED.matcher(row.get(2)).results().toList();
            assertThat(named).as(row.get(0)).isNotEmpty();
            named.forEach(each -> {
                assertThat(tests).as(row.get(0)).containsKey(each.group(1));
                if (each.group(2) != null) {
                    assertThat(tests.get(each.group(1))).as(each.group()).contains("void " + each.group(2) + "(");
                }
            });
        }
        assertThat(THREATS)
                .allSatisfy(threat -> assertThat(rows)
                        .extracting(row -> row.get(0))
                        .anySatisfy(name -> assertThat(name).contains(threat)));
    }

    private static List<List<String>> rows() throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(page.indexOf("## Threats"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| threat "))
                .map(line -> Stream.of(line.split("\\|", -1))
                        .skip(1)
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** Returns the text of each test, by its class. */
    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ThreatModelTest::text,
                            (one, other) -> one + other));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
