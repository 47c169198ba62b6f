package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Access that a rule gives under conditions, from the card to its end. */
@Tag("whole")
final class ConditionalAccessTest {
    private static final TrialConfig INSIDE = TrialConfig.http()
            .withRules(TrialConfig.RULES.replaceFirst(
                    "max_duration: 30d",
                    "max_duration: 30d\n    conditions: {StringEquals: {\"aws:SourceVpce\": vpce-0a1b2c3d}}"));

    @Test
    void whatItDependsOnIsSaidWhereverItIsSpokenOf() {
        try (var office = new Office(INSIDE)) {
            Message card = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer for 7d");
            assertThat(card.shown()).contains("if aws:SourceVpce is vpce-0a1b2c3d");

            Message done = office.approves(Office.AMIR, card);
            assertThat(done.shown()).contains("Only under conditions", "aws:SourceVpce is vpce-0a1b2c3d");
            office.written(Office.RITA, "Only under conditions", "aws:SourceVpce is vpce-0a1b2c3d");
            assertThat(office.policy("payments/api")).contains("vpce-0a1b2c3d");

            Message status = office.answer(Office.RITA, () -> office.types(Office.RITA, "status payments/api"));
            assertThat(status.shown()).contains("pull (if aws:SourceVpce is vpce-0a1b2c3d)");
            Message rules = office.answer(Office.RITA, () -> office.types(Office.RITA, "rules payments/api"));
            assertThat(rules.shown()).contains("only if aws:SourceVpce is vpce-0a1b2c3d");

            Message longer = office.asks(Office.RITA, "extend " + Office.id(card) + " for 14d");
            assertThat(longer.shown()).contains("if aws:SourceVpce is vpce-0a1b2c3d");
            office.approves(Office.AMIR, longer);
            assertThat(office.policy("payments/api")).contains("vpce-0a1b2c3d");
        }
    }
}
