package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies that people had trouble with, and what they should have been told. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class LintCasesTest {
    private static final Path CASES = Path.of("src", "test", "resources", "cases");
    private static final List<String> KNOWN = List.of(
            "--repository",
            "arn:aws:ecr:us-west-2:111111111111:repository/payments/api",
            "--account",
            "222222222222=sales",
            "--organization",
            "o-abc123def4=acme");

    /** Files that can't be read at all have the exit code in place of findings. */
    @ParameterizedTest
    @CsvFileSource(resources = "/cases/lint.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void lintSaysWhatIsRight(String id, String files, String options, String findings, String said) throws IOException {
        var arguments = new ArrayList<>(List.of("lint", "--json"));
        arguments.addAll(options.equals("-") ? KNOWN : List.of(options));
        Stream.of(files.split(" ")).map(LintCasesTest::path).forEach(arguments::add);
        Line line = Line.of("", arguments);
        if (findings.equals("2")) {
            assertThat(line.exit()).isEqualTo(Exit.BAD_INPUT);
            assertThat(line.error()).contains(said);
            return;
        }
        List<String> found = line.out().lines().map(LintCasesTest::finding).toList();
        assertThat(found.isEmpty() ? "none" : String.join(", ", found)).isEqualTo(findings);
        assertThat(line.exit()).isEqualTo(findings.equals("none") ? Exit.FINE : Exit.NO);
        assertThat(line.out().replace("\\\"", "\"")).contains(said.equals("-") ? "" : said);
    }

    @ParameterizedTest
    @CsvSource({
        "04-principal-bare-arn.json, 11-bare-account.json, Principal has to be",
        "29m-effect-case.json, 22-single-statement.json, Effect has to be"
    })
    void noEffectIsStatedOfAPolicyThatAwsRefuses(String before, String after, String said) throws IOException {
        Line line = Line.of("", "diff", path(before), path(after));
        assertThat(line.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(line.out()).isEmpty();
        assertThat(line.error()).contains(before, "AWS refuses this policy", said);
        assertThat(Line.of("", "diff", "--lenient", path(before), path(after)).exit())
                .isNotEqualTo(Exit.BAD_INPUT);
    }

    private static String path(String name) {
        return CASES.resolve(name).toString();
    }

    private static String finding(String line) {
        try {
            JsonNode json = new ObjectMapper().readTree(line);
            assertThat(json.path("line").intValue()).isPositive();
            assertThat(json.path("column").intValue()).isPositive();
            return json.path("severity").textValue() + " " + json.path("id").textValue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
