package dev.ecrbot.policy.evaluation;

import static dev.ecrbot.policy.evaluation.Questions.ROLE;
import static dev.ecrbot.policy.evaluation.Questions.ask;
import static dev.ecrbot.policy.evaluation.Questions.policy;
import static dev.ecrbot.policy.evaluation.Questions.pull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.policy.PolicyDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ConditionsTest {

    /** The request's values are separated by blanks; a minus stands for a key that isn't there. */
    @ParameterizedTest
    @CsvFileSource(resources = "conditions.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void everyOperatorComparesAsIamDoes(String operator, String values, String request, String expected) {
        PolicyDocument policy = policy("{'Effect':'Allow','Principal':'*','Action':'*','Condition':{'" + operator
                + "':{'my:key':" + values + "}}}");
        List<String> texts = request.equals("-") ? List.of() : List.of(request.split(" ", -1));
        assertThat(ask(policy, PolicyDocument.empty(), pull(ROLE), Map.of("my:Key", texts))
                        .verdict()
                        .word())
                .isEqualTo(expected);
    }
}
