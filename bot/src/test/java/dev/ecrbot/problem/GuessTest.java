package dev.ecrbot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTest {
    private static final List<String> NAMES =
            List.of("lint", "payments", "aws:PrincipalArn", "aws:PrincipalOrgID", "request", "requests");

    @ParameterizedTest
    @CsvSource({
        "lnit, lint",
        "paymens, payments",
        "aws:PrincipalOrg, aws:PrincipalOrgID",
        "aws:principalar, aws:PrincipalArn",
        "reque, request",
        "xyz,",
        "'',"
    })
    void whatBeginsAsItWasTypedComesBeforeWhatIsNear(String typed, String meant) {
        assertThat(Guess.near(typed, NAMES)).isEqualTo(Optional.ofNullable(meant));
    }
}
