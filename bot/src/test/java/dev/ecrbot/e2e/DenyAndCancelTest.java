package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** No, by an approver or by the one who asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class DenyAndCancelTest {
    private static final String REASON = "not before the audit is over";

    private final Office office = new Office();

    @AfterAll
    void close() {
        try {
            assertThat(office.writes()).isZero();
        } finally {
            office.close();
        }
    }

    @Test
    void denyingDecidesAtOnceAndAsksForTheReasonThen() {
        Message card = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer");

        office.clicks(Office.AMIR, card, Office.DENY);
        View field = field();
        Message denied = denied(card);
        assertThat(denied.shown())
                .contains("Denied by <@U0APPROVER1>", "Nothing was changed")
                .doesNotContain(REASON);
        office.written(Office.RITA, Office.id(card), "was denied by <@U0APPROVER1>", "Nothing was changed");
        assertThat(field.shown()).contains(Office.id(card));

        office.slack.submit(Office.AMIR, field, Map.of("reason", REASON));

        office.written(Office.RITA, Office.id(card), REASON);
        office.written(Office.AMIR, Office.id(card), "has your reason");
        office.until(
                card,
                now -> now.shown().contains("Denied by <@U0APPROVER1>")
                        && now.shown().contains(REASON));
        office.slack.await(() -> office.slack.messages(Office.APPROVALS).stream()
                .filter(reply -> reply.threadTs().equals(Optional.of(card.ts())) && !reply.topLevel())
                .filter(reply -> reply.shown().contains(REASON))
                .findFirst());
        assertThat(saidTo(Office.RITA)).anyMatch(text -> text.contains(REASON));
        assertThat(Stream.of(Office.OLGA, Office.BEN).flatMap(person -> saidTo(person).stream()))
                .noneMatch(text -> text.contains(REASON));
        assertThat(office.slack.messages(Office.GENERAL)).isEmpty();
    }

    @Test
    void denyingNeedsNoReason() {
        Message card = office.asks(Office.RITA, "grant pull payments/worker sales ci-deployer");

        office.clicks(Office.AMIR, card, Office.DENY);
        office.slack.dismiss(Office.AMIR, field());

        denied(card);
        office.written(Office.RITA, Office.id(card), "was denied");
    }

    @Test
    void theFieldIsOfferedByAButtonIfSlackDoesNotOpenIt() {
        Message card = office.asks(Office.RITA, "grant pull team/tools data notebook");
        office.slack.faults().next("views.open", 1, Fault.error("internal_error"));

        office.clicks(Office.AMIR, card, Office.DENY);
        Message offer = office.told(Office.AMIR, "You denied " + Office.id(card));
        office.slack.click(Office.AMIR, offer, "denial.reason");
        office.slack.submit(Office.AMIR, field(), Map.of("reason", "<!channel> too <b>wide</b>"));

        office.written(Office.RITA, Office.id(card), "too <b>wide</b>");
        assertThat(office.until(card, now -> now.shown().contains("wide")).shown())
                .contains("“<!channel> too <b>wide</b>”");
    }

    @Test
    void onlyTheRequesterCancels() {
        Message card = office.asks(Office.RITA, "grant pull data/etl sales ci-deployer");
        String id = Office.id(card);

        for (var other : List.of(Office.BEN, Office.AMIR)) {
            Message told = office.answer(other, () -> office.types(other, "cancel " + id));
            assertThat(told.shown()).contains("Only the person who asked can cancel " + id);
        }
        assertThat(office.slack.current(card)).hasValue(card);
        office.types(Office.RITA, "cancel " + id);

        office.told(Office.RITA, id, "is cancelled. Nothing was changed.");
        Message cancelled = office.until(card, now -> now.shown().startsWith("🚫 Cancelled"));
        assertThat(cancelled).matches(Office::isDecided);
        assertThat(cancelled.shown()).contains("Cancelled by <@U0REQUESTER>");
        Message late = office.answer(Office.AMIR, () -> office.slack.click(Office.AMIR, card, Office.APPROVE));
        assertThat(late.shown()).contains(id, "cancelled");
    }

    @Test
    void twoApprovalsAreCountedOnTheCard() {
        Message card = office.asks(Office.RITA, "grant pull web/frontend sales ci-deployer");
        assertThat(card.shown()).contains("0 of 2", "2 different people");

        office.clicks(Office.AMIR, card, Office.APPROVE);
        Message half = office.until(card, now -> now.shown().contains("1 of 2"));
        assertThat(half.shown()).contains("<@U0APPROVER1>");
        assertThat(half.buttons()).hasSize(4);
        office.told(Office.AMIR, Office.id(card), "has your approval: 1 of 2");
        Message again = office.answer(Office.AMIR, () -> office.clicks(Office.AMIR, card, Office.APPROVE));
        assertThat(again.shown()).contains("You have approved", "somebody else");

        office.clicks(Office.OLGA, card, Office.DENY);
        assertThat(denied(card).shown()).contains("Denied by <@U0APPROVER2>");
    }

    private View field() {
        return office.slack.await(() -> office.slack.views(Office.AMIR).stream().findFirst());
    }

    private Message denied(Message card) {
        Message denied = office.until(card, now -> now.shown().startsWith("⛔ Denied"));
        assertThat(denied).matches(Office::isDecided);
        return denied;
    }

    private List<String> saidTo(Person person) {
        return Stream.concat(office.slack.ephemerals(person).stream(), office.slack.dms(person).stream())
                .map(Message::shown)
                .toList();
    }
}
