package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those beside roles and accounts that AWS lets a policy name, by their full ARN. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class OtherPrincipalsTest {
    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:iam::333333333333:user/auditor | user auditor in finance | has no end",
                "arn:aws:sts::333333333333:federated-user/bob | federated user bob in finance | GetFederationToken",
                "arn:aws:sts::222222222222:assumed-role/ci-deployer/release-7"
                        + " | session release-7 of role ci-deployer in sales | one session of a role"
            })
    void areGivenAccess(String arn, String named, String warning) {
        Message card = office.asks(Office.RITA, "grant pull mobile/backend " + arn);
        assertThat(card.shown()).contains(named, arn).containsPattern("(?s)Look twice before you decide.*" + warning);

        office.approves(Office.AMIR, card);

        assertThat(Paper.of(office.policy("mobile/backend")).allowed(arn)).isEqualTo(Actions.PULL);
        office.written(Office.RITA, named, "docker pull");
        Message status = office.answer(Office.RITA, () -> office.types(Office.RITA, "status mobile/backend"));
        assertThat(status.shown()).contains(named + " (").contains("by ecr-bot (" + Office.id(card) + ")");
    }
}
