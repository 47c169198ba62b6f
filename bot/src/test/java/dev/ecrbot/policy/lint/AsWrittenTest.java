package dev.ecrbot.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Policies as people write them: exactly what somebody who knows ECR would say of each is found, and nothing else. */
class AsWrittenTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "as-written.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void nothingIsFoundButWhatIsWrong(String name, String whose, String ids, String policy) {
        Source source = Source.valueOf(whose.toUpperCase(Locale.ROOT));
        List<String> found = Linter.findings(PolicyDocument.parse(policy), Sample.context(source)).stream()
                .map(finding -> finding.kind().id())
                .toList();
        assertThat(found.isEmpty() ? "none" : String.join(" ", found))
                .as(policy)
                .isEqualTo(ids);
    }
}
