package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Button;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.sandbox.slack.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Before access ends, its holder is told, and has two buttons. */
@Tag("whole")
final class WarningTest {
    private static final String EXTEND = "grant.extend";
    private static final String END = "grant.end";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private final TrialConfig config = TrialConfig.http();
    private final Office office = new Office(config, clock);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void extendAsksForALaterEnd() {
        Message grant = office.grants("grant pull payments/api sales ci-deployer for 7d");
        String id = Office.id(grant);
        Message warning = warned(id);
        assertThat(warning.buttons()).extracting(Button::actionId).containsExactly(EXTEND, END);
        int cards = office.cards().size();

        office.slack.click(Office.RITA, warning, EXTEND);
        View fields = office.slack.await(
                () -> office.slack.views(Office.RITA).stream().findFirst());
        assertThat(fields.shown()).contains("When should " + id + " end?");
        office.slack.submit(
                Office.RITA, fields, Map.of("end.text", "30d", "reason.text", "<!channel> the audit is late"));

        Message card =
                office.slack.await(() -> office.cards().stream().skip(cards).findFirst());
        assertThat(card.shown()).contains("asks to extend pull on payments/api", "the audit is late");
        office.approves(Office.AMIR, card);
        assertThat(office.policy("payments/api")).contains("2026-12-28T11:00:00Z");

        Message old = office.answer(Office.RITA, () -> office.slack.click(Office.RITA, warning, END));
        assertThat(old.shown()).contains("has been moved since", "/ecr end " + id);
        assertThat(office.policy("payments/api")).contains("ci-deployer");
    }

    @Test
    void whatMakesNoSenseIsToldAtItsField() {
        String id = Office.id(office.grants("grant pull payments/api sales ci-deployer for 7d"));
        Message warning = warned(id);

        office.slack.click(Office.RITA, warning, EXTEND);
        View fields = office.slack.await(
                () -> office.slack.views(Office.RITA).stream().findFirst());
        Delivery answer = office.slack.submit(Office.RITA, fields, Map.of("end.text", "next year"));

        assertThat(answer.body()).contains("\"response_action\":\"errors\"", "next");
        assertThat(office.slack.views(Office.RITA)).hasSize(1);
    }

    @Test
    void endNowEndsItForItsHolderAndForNobodyElse() {
        String id = Office.id(office.grants("grant pull payments/api sales ci-deployer for 7d"));
        Message warning = warned(id);
        for (Person person :
                List.of(Office.BEN, SampleWorkspace.GUEST, SampleWorkspace.STRANGER, SampleWorkspace.LEAVER)) {
            office.answer(person, () -> office.slack.click(person, warning, END));
            assertThat(office.policy("payments/api")).contains("ci-deployer");
        }
        assertThat(new Records(config).events(id))
                .filteredOn(event -> event.kind().equals("DECISION_REFUSED"))
                .isNotEmpty();

        office.slack.click(Office.RITA, warning, END);

        office.written(Office.RITA, "Ended before its time by <@U0REQUESTER>", id);
        assertThat(office.policy("payments/api")).isEmpty();
        Message again = office.answer(Office.RITA, () -> office.slack.click(Office.RITA, warning, END));
        assertThat(again.shown()).contains(id, "has ended already");
    }

    @Test
    void statusShowsTheSameButtonsToWhoeverMayUseThem() {
        String timed = Office.id(office.grants("grant pull payments/api sales ci-deployer for 7d"));
        Message card = office.grants("grant push payments/api sales ci-deployer");
        String endless = Office.id(card);
        Message status = office.answer(Office.RITA, () -> office.types(Office.RITA, "status payments/api"));
        assertThat(status.buttons())
                .filteredOn(button -> button.value().equals(timed))
                .extracting(Button::actionId)
                .containsExactly(EXTEND, END);
        assertThat(status.buttons())
                .filteredOn(button -> button.value().equals(endless))
                .extracting(Button::actionId)
                .containsExactly(END, "request.undo");

        Button end = status.buttons().stream()
                .filter(button ->
                        button.value().equals(endless) && button.actionId().equals(END))
                .findFirst()
                .orElseThrow();
        office.slack.click(Office.RITA, status, end);

        office.until(card, now -> now.shown().contains("Ended"));
        assertThat(office.policy("payments/api")).contains("ci-deployer").doesNotContain("PutImage");
    }

    @Test
    void whatEndsWithinTheSameHoursIsToldAtOnce() {
        String one = Office.id(office.grants("grant pull payments/api sales ci-deployer for 7d"));
        String other = Office.id(office.grants("grant pull payments/worker sales ci-deployer for 7d"));
        clock.advance(Duration.ofDays(6).plusHours(1));

        Message warning = office.written(Office.RITA, "They end soon: 2 grants of yours", one, other);

        assertThat(warning.buttons()).extracting(Button::actionId).containsExactly(EXTEND, END, EXTEND, END);
        Button extend = warning.buttons().get(2);
        office.slack.click(Office.RITA, warning, extend);
        View fields = office.slack.await(
                () -> office.slack.views(Office.RITA).stream().findFirst());
        assertThat(fields.shown()).contains("When should " + extend.value() + " end?");
        office.slack.dismiss(Office.RITA, fields);
        Button end = warning.buttons().get(1);
        clock.advance(Duration.ofSeconds(1));
        office.slack.click(Office.RITA, warning, end);
        office.written(Office.RITA, "Ended before its time by <@U0REQUESTER>", end.value());
    }

    private Message warned(String id) {
        clock.advance(Duration.ofDays(6).plusHours(1));
        return office.written(Office.RITA, "It ends soon: pull on payments/api", id);
    }
}
