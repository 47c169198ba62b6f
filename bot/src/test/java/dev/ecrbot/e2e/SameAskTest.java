package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same ask makes one card, whoever asks again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class SameAskTest {
    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void leadsToTheCardThatWaits() {
        List<Message> before = office.cards();
        Message card =
                office.asks(Office.RITA, "grant pull payments/api sales ci-deployer for 7d because nightly build");
        office.told(Office.RITA, Office.id(card), "See its card");

        Message told = office.answer(
                Office.BEN,
                () -> office.types(
                        Office.BEN, "GRANT pull payments/api 222222222222 ci-deployer for 7d because me too"));

        assertThat(told.shown()).contains("already waiting", Office.id(card), "See its card", "Who decides");
        assertThat(told.blocks().toString()).contains("p" + card.ts().replace(".", ""));
        assertThat(office.cards()).hasSize(before.size() + 1).contains(card);
        office.approves(Office.AMIR, card);
    }

    @Test
    void atTheSameMoment() {
        List<Message> before = office.cards();
        String ask = "grant pull data/etl finance report-runner";
        Together.run(List.of(
                () -> office.types(Office.RITA, ask),
                () -> office.types(Office.BEN, ask),
                () -> office.types(Office.AMIR, ask)));

        List<Message> told = office.slack.await(() -> Optional.of(Stream.of(Office.RITA, Office.BEN, Office.AMIR)
                        .flatMap(person -> office.answers(person).stream())
                        .filter(message -> message.shown().contains("data/etl"))
                        .toList())
                .filter(answers -> answers.size() == 3));
        Message card = office.slack.await(() -> office.cards().stream()
                .filter(message -> !before.contains(message))
                .findFirst());
        assertThat(told).allMatch(message -> message.shown().contains(Office.id(card)));
        assertThat(told)
                .filteredOn(message -> message.shown().contains("already waiting"))
                .hasSize(2)
                .allMatch(message -> message.shown().contains("See its card")
                        || message.shown().contains("/ecr requests pending"));
        assertThat(office.cards()).hasSize(before.size() + 1);
    }

    @Test
    void anewOnceItIsDecided() {
        Message first = office.asks(Office.RITA, "grant pull mobile/backend finance report-runner");
        office.clicks(Office.AMIR, first, Office.DENY);
        office.until(first, now -> now.shown().contains("Denied"));

        Message second = office.asks(Office.RITA, "grant pull mobile/backend finance report-runner");

        assertThat(Office.id(second)).isNotEqualTo(Office.id(first));
    }
}
