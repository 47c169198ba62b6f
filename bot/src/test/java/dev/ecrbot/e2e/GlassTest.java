package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Access in an emergency: at once, on a loud card, and longer once somebody else has signed. */
@Tag("whole")
final class GlassTest {
    private static final TrialConfig GLASS = TrialConfig.http()
            .withRules(TrialConfig.RULES.replaceFirst(
                    "max_duration: 30d",
                    "max_duration: 30d\n    breakglass: {people: [U0REQUESTER], for: 4h, review_within: 1h, per_day: 3, channel: "
                            + Office.GENERAL + "}"));

    @Test
    void isTakenToldAndReviewed() {
        try (var office = new Office(GLASS)) {
            Message card = office.asks(
                    Office.RITA, "breakglass pull payments/api sales ci-deployer because production is down");
            Message done = office.until(card, now -> now.shown().contains("Applied"));
            assertThat(done.shown())
                    .contains("<!channel>", "Glass broken", "Somebody else has to review it", "<@U0APPROVER1>");
            office.slack.await(() -> office.slack.messages(Office.GENERAL).stream()
                    .filter(told ->
                            told.shown().contains("<!channel>") && told.shown().contains("production is down"))
                    .findFirst());

            Message own = office.answer(Office.RITA, () -> office.clicks(Office.RITA, card, "glass.review"));
            assertThat(own.shown()).contains("somebody else has to review it");
            office.clicks(Office.OLGA, card, "glass.review");
            Message reviewed = office.until(card, now -> now.shown().contains("Reviewed by"));
            assertThat(reviewed.button("glass.review")).isEmpty();
        }
    }
}
