package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several revocations on one card. */
@Tag("whole")
final class RevokeSeveralTest {
    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void oneClickTakesAllOfItAway() {
        office.grants("grant pull payments/api sales ci-deployer for 7d");
        office.grants("grant pull payments/worker sales ci-deployer for 7d");

        Message card =
                office.asks(Office.RITA, "revoke all payments/api,payments/worker sales ci-deployer because over");
        assertThat(card.shown())
                .contains("2 changes at once", "Taken from role ci-deployer in sales (222222222222): all access on")
                .doesNotContain("Until:");
        office.clicks(Office.AMIR, card, Office.APPROVE);

        office.until(card, now -> now.shown().contains("Approved: 2 changes, by"));
        office.written(Office.RITA, "all access on payments/api was taken away");
        office.written(Office.RITA, "all access on payments/worker was taken away");
        List<Message> below = office.slack.await(() -> Optional.of(office.slack.messages(Office.APPROVALS).stream()
                        .filter(message ->
                                message.threadTs().filter(card.ts()::equals).isPresent()
                                        && !message.ts().equals(card.ts()))
                        .filter(message -> message.shown().contains("Applied"))
                        .toList())
                .filter(replies -> replies.size() == 2));
        assertThat(below).hasSize(2);
        assertThat(office.policy("payments/api")).isEmpty();
        assertThat(office.policy("payments/worker")).isEmpty();
    }
}
