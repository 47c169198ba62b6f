package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a rule approves by itself is on a card in the approvers' channel, and can be ended there. */
@Tag("whole")
final class RuleApprovalTest {
    private static final TrialConfig AUTO = TrialConfig.http()
            .withRules(TrialConfig.RULES.replaceFirst(
                    "max_duration: 30d", "max_duration: 30d\n    auto_approve: {for_at_most: 7d, per_day: 1}"));

    @Test
    void isShownAndEndedWhereApproversLook() {
        try (var office = new Office(AUTO)) {
            office.grants("grant read payments/worker sales ci-deployer for 7d");

            Message card = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer for 7d");
            Message done = office.until(card, now -> now.shown().contains("Applied"));
            assertThat(done.shown()).contains("Approved by the rule payments-pull by itself");
            office.told(Office.RITA, "was approved by the rule payments-pull");
            office.written(Office.RITA, "docker pull");
            Message story = office.answer(Office.OLGA, () -> office.clicks(Office.OLGA, card, "request.story"));
            assertThat(story.shown()).contains("approved by the rule payments-pull");

            office.clicks(Office.AMIR, card, Office.END);
            office.until(card, now -> now.shown().contains("Ended"));
            assertThat(office.policy("payments/api")).isEmpty();

            Message second = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer for 7d");
            assertThat(second.button(Office.APPROVE)).isPresent();
            office.types(Office.RITA, "cancel " + Office.id(second));
            office.until(second, Office::isDecided);
        }
    }
}
