package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where the rule says so, approvers and holders take away without an approval what the bot gave, for all to see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class RevokeAtOnceTest {
    private final Office office = new Office(TrialConfig.http()
            .withRules(
                    TrialConfig.RULES.replace("channel: C0APPROVALS", "channel: C0APPROVALS\n    revoke: immediate")));

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void anApproversIsDoneAndShown() {
        office.grants("grant pull payments/api sales ci-deployer for 7d");

        Message card = office.asks(Office.AMIR, "revoke pull payments/api sales ci-deployer because it leaked");

        Message done = office.until(card, now -> now.shown().contains("Applied"));
        assertThat(done.shown())
                .contains(
                        "Done without an approval, as its rule allows, by <@U0APPROVER1>",
                        "taking pull on payments/api away from role ci-deployer in sales",
                        "read back from AWS");
        assertThat(done).matches(Office::isDecided);
        assertThat(office.policy("payments/api")).isEmpty();
        office.told(Office.AMIR, Office.id(card), "needs no approval");
        office.written(Office.AMIR, "was taken away from role ci-deployer");
    }

    @Test
    void aHoldersIsDoneAndABystandersWaits() {
        office.grants("grant pull payments/worker sales ci-deployer for 7d");

        Message bens = office.asks(Office.BEN, "revoke pull payments/worker sales ci-deployer");
        assertThat(bens.buttons())
                .extracting(button -> button.actionId())
                .containsExactly(Office.APPROVE, Office.DENY, "request.comment");
        assertThat(office.policy("payments/worker")).contains("ci-deployer");
        office.types(Office.BEN, "cancel " + Office.id(bens));
        office.until(bens, Office::isDecided);

        Message card = office.asks(Office.RITA, "revoke pull payments/worker sales ci-deployer");
        office.until(card, now -> now.shown().contains("Applied"));
        assertThat(office.policy("payments/worker")).isEmpty();
    }

    @Test
    void whatOthersWroteWaits() {
        Message card = office.asks(Office.AMIR, "revoke all legacy/mixed sales user/ana");
        assertThat(card.buttons()).isNotEmpty();
        assertThat(card.shown()).contains("Waiting for approval");
    }
}
