package dev.ecrbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions, as people type and paste them. */
class InquiryTest {
    private static final String ERROR =
            "Error response from daemon:\n  pull access denied for <https://x.example|x>, &amp; “so”";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explain %s",
                "EXPLAIN %s",
                " /ecr explain  %s ",
                "explain: %s",
                "explain\n%s",
                "\"explain\" %s",
                "`explain` %s"
            })
    void aPastedErrorStaysAsItWasPasted(String form) {
        assertThat(Here.understood(Here.PARSER, form.formatted(ERROR)).text()).isEqualTo("explain " + ERROR);
    }

    @Test
    void aPastedErrorMayBeLongerThanACommand() {
        String most = "x".repeat(40_000);
        assertThat(Here.understood(Here.PARSER, "explain " + most).text()).isEqualTo("explain " + most);
        assertThat(Here.misunderstood(Here.PARSER, "explain " + most + "x").what())
                .contains("at most 40000");
    }

    @Test
    void withoutAnErrorThereIsNothingToExplain() {
        assertThat(Here.misunderstood(Here.PARSER, "explain ").code()).isEqualTo(Code.COMMAND_MALFORMED);
        assertThat(Here.misunderstood(Here.PARSER, "explains it").code()).isEqualTo(Code.COMMAND_UNKNOWN);
        assertThat(Here.misunderstood(Here.PARSER, "denied why").next()).contains("Did you mean “explain”?");
    }

    @Test
    void whatWasPastedIsInNoStringForm() {
        assertThat(Here.understood(Here.PARSER, "explain " + ERROR).toString()).doesNotContain("daemon");
    }
}
