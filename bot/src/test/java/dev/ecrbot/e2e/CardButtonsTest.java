package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.View;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Buttons stand where an id would have to be typed, and are answered as what they stand for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class CardButtonsTest {
    private static final String STORY = "request.story";
    private static final String CANCEL = "request.cancel";
    private static final String UNDO = "request.undo";
    private static final String AGAIN = "request.again";

    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void theStoryIsShownToWhoeverClicksAndTheGrantIsEndedAndAskedForAgain() {
        Message card = office.grants("grant pull payments/api sales ci-deployer for 7d because weekly scan");
        String id = Office.id(card);

        Message story = office.answer(Office.OLGA, () -> office.clicks(Office.OLGA, card, STORY));
        assertThat(story.shown()).contains("weekly scan", "AWS request: ", "ci-deployer\"");

        Message refused = office.answer(Office.BEN, () -> office.clicks(Office.BEN, card, Office.END));
        assertThat(refused.shown()).contains("doesn't let <@U0BYSTANDER> decide on this");
        assertThat(office.policy("payments/api")).contains("ci-deployer");

        Message told = office.written(Office.RITA, "You have it");
        office.slack.click(Office.RITA, told, Office.END);
        office.until(card, now -> now.shown().startsWith("⏹ Ended early"));
        assertThat(office.policy("payments/api")).isEmpty();

        office.clicks(Office.OLGA, card, AGAIN);
        View form = field(Office.OLGA);
        assertThat(form.title()).isEqualTo("Ask for access");
        assertThat(form.blocks().toString())
                .contains("payments/api", "ci-deployer")
                .doesNotContain("weekly scan");
        office.slack.dismiss(Office.OLGA, form);
        assertThat(office.slack.current(card).orElseThrow().shown()).contains(id);
    }

    @Test
    void aGrantIsUndoneFromItsCardWithAReason() {
        Message card = office.grants("grant pull payments/worker sales ci-deployer for 7d");

        office.clicks(Office.RITA, card, UNDO);
        office.slack.submit(Office.RITA, field(Office.RITA), Map.of("reason.text", "the wrong role"));

        Message undo = office.slack.await(() -> office.cards().stream()
                .filter(shown -> shown.shown().contains("asks to undo " + Office.id(card)))
                .findFirst());
        assertThat(undo.shown()).contains("Why: the wrong role");
        office.approves(Office.AMIR, undo);
        Message undone = office.until(card, now -> now.shown().startsWith("⏹ Undone"));
        assertThat(undone.button(UNDO)).isEmpty();
    }

    @Test
    void whoeverAskedTakesItBackWhereTheyWereTold() {
        Message card = office.asks(Office.RITA, "grant pull data/etl sales ci-deployer");
        Message told = office.told(Office.RITA, Office.id(card), "You asked");

        office.slack.click(Office.RITA, told, CANCEL);

        office.told(Office.RITA, Office.id(card), "is cancelled. Nothing was changed.");
        Message cancelled = office.until(card, now -> now.shown().startsWith("🚫 Cancelled"));
        assertThat(cancelled.shown()).contains("Cancelled by <@U0REQUESTER>");
        Message late = office.answer(Office.RITA, () -> office.slack.click(Office.RITA, told, CANCEL));
        assertThat(late.shown()).contains("was already cancelled");
    }

    @Test
    void aRevocationIsAskedForAgainByConfirmingItsLine() {
        Message card = office.asks(Office.RITA, "revoke all legacy/mixed data etl-runner because it leaked");
        office.clicks(Office.AMIR, card, Office.DENY);
        office.slack.dismiss(Office.AMIR, field(Office.AMIR));
        Message denied = office.written(Office.RITA, "was denied by", Office.id(card));
        int cards = office.cards().size();

        Message line = office.answer(Office.RITA, () -> office.slack.click(Office.RITA, denied, AGAIN));
        assertThat(line.shown()).contains("/ecr revoke all ", "legacy/mixed", "etl-runner because it leaked");
        assertThat(office.cards()).hasSize(cards);
        office.slack.click(Office.RITA, line, "line.ask");
        office.slack.await(() -> office.cards().stream()
                .filter(shown -> shown.shown().startsWith("⏳") && shown.shown().contains("it leaked"))
                .findFirst());
    }

    private View field(Person person) {
        return office.slack.await(() -> office.slack.views(person).stream().findFirst());
    }
}
