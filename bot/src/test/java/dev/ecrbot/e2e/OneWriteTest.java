package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** However often and by however many something is clicked or brought, it is done once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class OneWriteTest {
    private final TrialConfig config = TrialConfig.http();
    private final Office office = new Office(config);
    private int before;

    @BeforeEach
    void count() {
        before = office.writes();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void forADoubleClick() {
        Message card = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer");

        office.slack.click(Office.AMIR, card, Office.APPROVE);
        Message told = second(Office.id(card), () -> office.slack.click(Office.AMIR, card, Office.APPROVE));

        assertThat(told.shown()).contains("already approved by");
        assertDoneOnce(card);
    }

    @Test
    void forTwoApproversAtOnce() {
        Message card = office.asks(Office.RITA, "grant pull payments/api sales role2-1");

        Together.run(List.of(
                () -> office.slack.click(Office.AMIR, card, Office.APPROVE),
                () -> office.slack.click(Office.OLGA, card, Office.APPROVE)));

        office.slack.await(() -> told(card).stream().findFirst());
        assertDoneOnce(card);
        // Whoever was first sees it on the card.
        assertThat(told(card))
                .singleElement()
                .satisfies(message -> assertThat(message.shown()).contains("already approved by"));
    }

    @Test
    void underASessionThatSaysForWhomAndWithFewCalls() {
        Message card = office.asks(Office.RITA, "grant pull payments/api sales role2-2");
        var traffic = office.trial.ecr().traffic();
        int already = traffic.calls().size();

        office.approves(Office.AMIR, card);

        List<ApiCall> calls = traffic.calls().subList(already, traffic.calls().size());
        assertThat(calls)
                .filteredOn(call -> call.operation() == ApiOperation.SET_REPOSITORY_POLICY)
                .singleElement()
                .satisfies(write -> {
                    assertThat(write.caller().session()).isEqualTo(Office.id(card));
                    assertThat(write.caller().sourceIdentity())
                            .isEqualTo("asked=" + Office.RITA.id() + ",decided=" + Office.AMIR.id());
                });
        assertThat(calls)
                .filteredOn(call -> call.resource().endsWith("payments/api"))
                .hasSizeLessThanOrEqualTo(4);
        assertThat(calls)
                .filteredOn(call -> call.operation() == ApiOperation.ASSUME_ROLE)
                .hasSizeLessThanOrEqualTo(1);
    }

    private List<Message> told(Message card) {
        return Stream.of(Office.AMIR, Office.OLGA)
                .flatMap(person -> office.answers(person).stream())
                .filter(message -> message.shown().contains(Office.id(card)))
                .toList();
    }

    @Test
    void forApproveAndDenyAtOnce() {
        Message card = office.asks(Office.RITA, "grant pull payments/worker sales role2-1");

        Together.run(List.of(
                () -> office.slack.click(Office.AMIR, card, Office.APPROVE),
                () -> office.slack.click(Office.OLGA, card, Office.DENY)));

        Message decided = office.until(
                card, now -> now.shown().startsWith("✅ Applied") || now.shown().startsWith("⛔ Denied"));
        boolean applied = decided.shown().startsWith("✅ Applied");
        assertThat(office.writes() - before).isEqualTo(applied ? 1 : 0);
        assertThat(office.policy("payments/worker").isEmpty()).isNotEqualTo(applied);
    }

    @Test
    void forADeliveryThatSlackRepeats() {
        Delivery asked = office.types(Office.RITA, "grant pull mobile/backend sales role2-2");
        assertThat(office.slack.redeliver(asked, 1).status()).isEqualTo(200);
        Message card = office.slack.await(() -> office.cards().stream()
                .filter(message -> message.shown().contains("mobile/backend"))
                .findFirst());
        Delivery click = office.clicks(Office.AMIR, card, Office.APPROVE);
        assertThat(office.slack.redeliver(click, 1).status()).isEqualTo(200);
        assertThat(office.slack.redeliver(click, 2).status()).isEqualTo(200);
        assertDoneOnce(card);

        assertThat(office.slack.redeliver(click, 3).status()).isEqualTo(200);
        byte[] exactly = click.sentBody().getBytes(StandardCharsets.UTF_8);
        assertThat(office.slack.raw(exactly, click.sentHeaders()).status()).isEqualTo(200);

        office.answer(Office.RITA, () -> office.types(Office.RITA, "help"));
        assertDoneOnce(card);
        assertThat(office.cards())
                .filteredOn(message -> message.shown().contains("mobile/backend"))
                .hasSize(1);
        // Only the card says it: whoever clicked once is told nothing about having clicked again.
        assertThat(office.answers(Office.AMIR))
                .filteredOn(message -> message.shown().contains(Office.id(card)))
                .isEmpty();
    }

    private Message second(String id, Runnable click) {
        click.run();
        return office.slack.await(() -> office.answers(Office.AMIR).stream()
                .filter(message -> message.shown().contains(id))
                .filter(message -> message.shown().contains("already approved by"))
                .findFirst());
    }

    private void assertDoneOnce(Message card) {
        applied(card);
        assertThat(office.writes() - before).isEqualTo(1);
        assertThat(new Records(config).events(Office.id(card)))
                .filteredOn(event -> event.kind().equals("APPLIED"))
                .hasSize(1);
    }

    private Message applied(Message card) {
        return office.until(card, now -> now.shown().startsWith("✅ Applied"));
    }
}
