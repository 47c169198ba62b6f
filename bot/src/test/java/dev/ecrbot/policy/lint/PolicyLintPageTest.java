package dev.ecrbot.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps the page about findings true. */
class PolicyLintPageTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "policy-lint.md");
    private static final Pattern EXAMPLE = Pattern.compile("(Bad|Good):\n\n```json\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void everyIdHasItsSection() throws IOException {
        assertThat(sections().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Kind.values()).map(Kind::id).toList());
    }

    @ParameterizedTest
    @EnumSource
    void theExamplesBehaveAsTheSectionSays(Kind kind) throws IOException {
        String section = sections().get(kind.id());
        Source source = section.contains("in policies of registries") ? Source.REGISTRY : Source.REPOSITORY;
        Matcher example = EXAMPLE.matcher(section);
        assertThat(example.find()).isTrue();
        assertThat(example.group(1)).isEqualTo("Bad");
        assertThat(findings(example.group(2), source))
                .filteredOn(finding -> finding.kind() == kind)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(section)
                        .startsWith("\n\n"
                                + finding.severity().name().charAt(0)
                                + finding.severity().name().substring(1).toLowerCase(Locale.ROOT)));
        assertThat(example.find()).isTrue();
        assertThat(example.group(1)).isEqualTo("Good");
        assertThat(findings(example.group(2), source)).noneMatch(finding -> finding.kind() == kind);
        assertThat(example.find()).isFalse();
    }

    private static List<LintFinding> findings(String policy, Source source) {
        return Linter.findings(PolicyDocument.parse(policy), Sample.context(source));
    }

    private static Map<String, String> sections() throws IOException {
        var sections = new LinkedHashMap<String, String>();
        String[] parts = Files.readString(PAGE).split("\n## ", -1);
        for (int part = 1; part < parts.length; part++) {
            int end = parts[part].indexOf('\n');
            sections.put(parts[part].substring(0, end), parts[part].substring(end));
        }
        return sections;
    }
}
