package dev.ecrbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns in place of repositories, in every form. */
class PatternsTest {

    @ParameterizedTest
    @CsvSource({
        "payments/*, central/us-west-2:payments/*",
        "*, central/us-west-2:*",
        "payments*, central/us-west-2:payments*",
        "central:payments/*, central/us-west-2:payments/*",
        "central/eu-west-1:*-api, central/eu-west-1:*-api",
        "arn:aws:ecr:eu-west-1:111111111111:repository/payments/*, central/eu-west-1:payments/*",
        "arn:aws:ecr:us-west-2:111111111111:repository/*, central/us-west-2:*",
    })
    void areFoundAmongTheRegistries(String typed, String text) {
        assertThat(Here.understood(Here.PARSER, "status " + typed).text()).isEqualTo("status " + text);
        assertThat(Here.understood(Here.PARSER, "grant pull " + typed + " sales for 7d because it is needed")
                        .text())
                .startsWith("grant pull " + text + " ");
        assertThat(Here.understood(Here.PARSER, "revoke all " + typed + " sales")
                        .text())
                .startsWith("revoke all " + text + " ");
    }

    @Test
    void needTheirRegistryWhereThereAreSeveral() {
        assertThat(Here.understood(Here.PARSER_OF_TWO, "status china:*").text()).isEqualTo("status china/cn-north-1:*");
        var problem = Here.misunderstood(Here.PARSER_OF_TWO, "status payments/*");
        assertThat(problem.code()).isEqualTo(Code.REPOSITORY_MALFORMED);
        assertThat(problem.next()).contains("central:payments/*", "china:payments/*");
    }
}
