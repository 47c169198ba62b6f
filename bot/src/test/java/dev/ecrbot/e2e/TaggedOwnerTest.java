package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The repository's tag says who decides, at the ask and at the click. */
@Tag("whole")
final class TaggedOwnerTest {
    private static final TrialConfig TAGGED = TrialConfig.http()
            .withRules(TrialConfig.RULES.replaceFirst(
                    "approvers: \\[U0APPROVER1, S0OWNERS]",
                    "approvers: {tag: owner, people: {pay: [U0APPROVER1], web: [S0OWNERS]}}"));

    @Test
    void whoOwnsItByThenDecides() {
        try (var office = new Office(TAGGED)) {
            tag(office, Map.of());
            Message untagged = office.answer(
                    Office.RITA, () -> office.types(Office.RITA, "grant pull payments/api sales ci-deployer for 7d"));
            assertThat(untagged.shown()).contains("has no such tag", "pay, web");

            tag(office, Map.of("owner", "pay"));
            Message card = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer for 7d");
            assertThat(card.shown()).contains("<@U0APPROVER1>");

            tag(office, Map.of("owner", "web"));
            Message late = office.answer(Office.AMIR, () -> office.clicks(Office.AMIR, card, Office.APPROVE));
            assertThat(late.shown()).contains("doesn't let");

            office.approves(Office.OLGA, card);
            assertThat(office.policy("payments/api")).contains("ci-deployer");
        }
    }

    private static void tag(Office office, Map<String, String> tags) {
        office.trial.ecr().addRepository(SeedRegistry.west("payments/api"), tags);
    }
}
