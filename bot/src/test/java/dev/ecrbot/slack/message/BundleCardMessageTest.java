package dev.ecrbot.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.slack.Accepted;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The card of several at once, as whoever decides reads it. */
final class BundleCardMessageTest {
    private static final String LONG_REASON =
            " because " + "the audit needs it ".repeat(14).strip();

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatTheSameIsDoneToIsNamedAboveTheButtonsToo() {
        String shown =
                shown("grant pull payments/api,payments/worker,infra/runner sales ci-deployer for 7d" + LONG_REASON);
        String above = shown.substring(0, shown.indexOf("Approve all 3"));
        assertThat(above)
                .contains("payments/api", "payments/worker", "infra/runner", "for role ci-deployer in sales")
                .doesNotContain("more")
                .doesNotContain("…l");
    }

    @Test
    void onceApprovedItSaysByWhomAndWhen() {
        bench.types(DeskBench.RITA, "grant pull payments/api,payments/worker sales ci-deployer for 7d");
        bench.deliver();
        bench.approves(DeskBench.AMIR, cards().get(0).waiting().get(0));
        bench.work();
        assertThat(shown())
                .startsWith("✅ Approved: 2 changes, by <@U0APPROVER1>, 2026-11-22 09:30 UTC. Each has a card");
    }

    private String shown(String asked) {
        bench.types(DeskBench.RITA, asked);
        bench.deliver();
        return shown();
    }

    private String shown() {
        List<BundleCard> cards = cards();
        return Accepted.of(new BundleCardMessage(cards.get(cards.size() - 1), Samples.NAMING).render())
                .shown();
    }

    private List<BundleCard> cards() {
        return bench.mailbox.of(BundleCard.class);
    }
}
