package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A later end goes the way that a grant goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class GrantExtendTest {
    private final TrialConfig config = TrialConfig.http();
    private final Office office = new Office(config);

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void theCardShowsFromWhenToWhenAndTheThreadOfTheFirstIsTold() {
        Message grant = office.grants("grant pull payments/api sales ci-deployer for 7d");
        String id = Office.id(grant);
        String before = office.policy("payments/api");

        Message card = office.asks(Office.RITA, "extend " + id + " for 30d because the audit takes longer");

        assertThat(card.shown())
                .contains(
                        "asks to extend pull on payments/api for role ci-deployer in sales",
                        "Given by: " + id,
                        "Ends now: ",
                        "New end: ",
                        "gains pull",
                        "Why: the audit takes longer",
                        "- ",
                        "+ ");
        assertThat(office.policy("payments/api")).isEqualTo(before);
        office.approves(Office.AMIR, card);

        assertThat(office.policy("payments/api")).contains("ci-deployer").isNotEqualTo(before);
        office.written(Office.RITA, "It lasts longer: pull on payments/api");
        office.slack.await(() -> office.slack.messages(Office.APPROVALS).stream()
                .filter(message -> !message.topLevel())
                .filter(message -> message.shown().contains("Extended: pull on payments/api"))
                .filter(message -> message.shown().contains("by request req-"))
                .filter(message -> !message.shown().contains(id))
                .findFirst());
        assertThat(new Records(config).events(id))
                .last()
                .satisfies(event -> assertThat(event.kind()).isEqualTo("EXTENDED"));
    }

    @Test
    void whatMakesNoSenseIsRefusedWithWhatToDo() {
        String id = Office.id(office.grants("grant pull payments/worker sales ci-deployer for 7d"));
        int cards = office.cards().size();

        assertThat(says("extend " + id + " for 1d")).contains("isn't later", "/ecr end " + id);
        assertThat(says("extend " + id + " for 31d")).contains("30d at most");

        assertThat(office.cards()).hasSize(cards);
    }

    private String says(String typed) {
        return office.answer(Office.RITA, () -> office.types(Office.RITA, typed))
                .shown();
    }
}
