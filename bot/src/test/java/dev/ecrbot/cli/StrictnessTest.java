package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No verdict is given on a policy that AWS would refuse, unless somebody asks for it. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class StrictnessTest {
    private static final String GOOD = "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':"
            + "{'AWS':'222222222222'},'Action':'ecr:BatchGetImage'}]}";
    private static final String REPOSITORY = "arn:aws:ecr:us-west-2:111111111111:repository/payments/api";
    private static final String ROLE = "arn:aws:iam::222222222222:role/ci";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Allow'                     | 'allow'                  | Effect has to be Allow or Deny",
                "{'AWS':'222222222222'}      | 'arn:aws:iam::222222222222:root' | Principal has to be",
                "{'AWS':'222222222222'}      | {'Aws':'222222222222'}   | no type of principals",
                "{'AWS':'222222222222'}      | {'AWS':'2222'}           | isn't a principal",
                "2012-10-17                  | 2020-10-17               | Version has to be",
                "'Action'                    | 'action'                 | Write Action.",
                "'Action':                   | 'Conditions':{},'Action':| Write Condition.",
                "'Action':                   | 'Resource':'*','Action': | must not name resources",
                "'ecr:BatchGetImage'         | 7                        | Action has to be a text",
                "'Effect':'Allow',           | ``                       | The statement has no Effect."
            })
    void aRefusedPolicyMeansNothing(String right, String wrong, String said) throws IOException {
        String policy = GOOD.replace(right, wrong).replace('\'', '"');
        Line strict = can(policy);
        assertThat(strict.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(strict.out()).isEmpty();
        assertThat(strict.error()).contains("AWS refuses this policy", said, "--lenient");
        Line lenient = can(policy, "--lenient");
        assertThat(lenient.exit()).isNotEqualTo(Exit.BAD_INPUT);
        assertThat(lenient.out()).isNotEmpty();
    }

    @Test
    void aBatchAnswersARefusedPolicyWithAnErrorAndTheOthersWithVerdicts() throws IOException {
        String refused = line(GOOD.replace("'Allow'", "'allow'"));
        Line strict = Line.of(refused + "\n" + line(GOOD), "can", "--batch");
        assertThat(strict.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(strict.out().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("{\"error\":").contains("Effect has to be"),
                        second -> assertThat(second).contains("\"verdict\":\"yes\""));
        Line lenient = Line.of(refused, "can", "--batch", "--lenient");
        assertThat(lenient.exit()).isZero();
        assertThat(lenient.out()).contains("\"verdict\":\"yes\"");
    }

    @ParameterizedTest
    @CsvSource({"1e2222222223", "-1e-99999999999999", "1E+400", "0.10"})
    void numbersAreTextUntilAnOperatorComparesThem(String number) throws IOException {
        String condition = ",'Condition':{'NumericEquals':{'aws:MultiFactorAuthAge':" + number + "}}";
        Line line = can(GOOD.replace("'ecr:BatchGetImage'", "'ecr:BatchGetImage'" + condition)
                .replace('\'', '"'));
        assertThat(line.error()).isEmpty();
        assertThat(line.out()).startsWith("conditional on aws:MultiFactorAuthAge");
    }

    private static Line can(String policy, String... more) throws IOException {
        var arguments = new ArrayList<>(
                List.of("can", "--principal", ROLE, "--action", "ecr:BatchGetImage", "--repository", REPOSITORY));
        arguments.addAll(List.of(more));
        return Line.of(policy, arguments);
    }

    private static String line(String policy) {
        return ("{'policy':" + policy + ",'principal':'" + ROLE + "','action':'ecr:BatchGetImage','repository':'"
                        + REPOSITORY + "'}")
                .replace('\'', '"');
    }
}
