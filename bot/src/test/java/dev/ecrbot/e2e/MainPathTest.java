package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Type, card, click, write, read-back, snippet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class MainPathTest {
    private final Office office = new Office();

    @BeforeAll
    void nothingIsThere() {
        assertThat(office.policy("payments/api")).isEmpty();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aGrantFromTheAskToTheSnippet() {
        Message card =
                office.asks(Office.RITA, "grant pull payments/api sales ci-deployer for 7d because nightly build");
        assertThat(card.shown()).contains("ci-deployer", "payments/api", "nightly build", "+");
        assertThat(card.button(Office.APPROVE).orElseThrow().value()).isEqualTo(Office.id(card));
        office.told(Office.RITA, Office.id(card));

        Message applied = office.approves(Office.AMIR, card);

        assertThat(applied.ts()).isEqualTo(card.ts());
        assertThat(office.policy("payments/api")).contains("arn:aws:iam::222222222222:role/ci-deployer");
        office.written(
                Office.RITA,
                "aws ecr get-login-password --region us-west-2",
                "Get-ECRLoginCommand",
                "docker pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:1.4.2",
                "ecr:GetAuthorizationToken");
        assertThat(office.writes()).isEqualTo(1);
    }
}
