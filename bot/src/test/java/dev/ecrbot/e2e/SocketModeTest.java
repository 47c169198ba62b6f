package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.Message;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The main path over a socket that breaks and is renewed on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class SocketModeTest {
    private final Office office = new Office(TrialConfig.http().bySocket());

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void nothingIsLostOrDoneTwiceWhenTheSocketBreaksAndIsRenewed() {
        Delivery asked = office.types(Office.RITA, "grant pull payments/api sales ci-deployer for 7d");
        Message card = office.slack.await(() -> office.cards().stream().findFirst());
        Fault.Held away = office.slack.faults().hold("apps.connections.open");
        office.slack.dropConnections();
        connections(0);
        Delivery lost = office.clicks(Office.AMIR, card, Office.APPROVE);
        assertThat(lost.acknowledged()).isFalse();
        away.release();
        connections(1);

        brought(asked, 1);
        brought(lost, 1);

        office.until(card, now -> Office.isDecided(now) && now.shown().contains("Applied"));
        office.written(Office.RITA, "docker pull", "payments/api:1.4.2");
        assertThat(office.policy("payments/api")).contains("arn:aws:iam::222222222222:role/ci-deployer");

        int connected = office.slack.calls("apps.connections.open").size();
        office.slack.disconnect("refresh_requested");
        office.slack.await(
                () -> Optional.of(office.slack.calls("apps.connections.open").size())
                        .filter(now -> now > connected && office.slack.connections() > 0));
        brought(lost, 2);
        Message other = office.grants("grant pull payments/worker sales ci-deployer for 7d");

        assertThat(other.ts()).isNotEqualTo(card.ts());
        assertThat(office.cards()).hasSize(2);
        assertThat(office.writes()).isEqualTo(2);
        assertThat(office.slack.dms(Office.RITA))
                .filteredOn(told -> told.shown().contains("payments/api:1.4.2"))
                .hasSize(1);
    }

    /** As Slack does: again and again until it is acknowledged. A bot that doubts its connection opens another one meanwhile. */
    private void brought(Delivery earlier, int retry) {
        office.slack.await(
                () -> Optional.of(office.slack.redeliver(earlier, retry)).filter(Delivery::acknowledged));
    }

    private void connections(int number) {
        office.slack.await(() -> Optional.of(office.slack.connections()).filter(open -> open == number));
    }
}
