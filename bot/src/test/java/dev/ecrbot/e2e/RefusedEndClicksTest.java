package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may not move an end by a button, and when nobody may any more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class RefusedEndClicksTest {
    private static final String RULES = RefusedClicksTest.RULES.replace("U0BYSTANDER, ", "");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private final TrialConfig config = TrialConfig.http().withRules(RULES);
    private final Office office = new Office(config, clock);
    private final Records records = new Records(config);
    private final Message grant = office.grants("grant pull payments/api sales ci-deployer for 7d");
    private final Message warning = warned(Office.id(grant));

    @AfterAll
    void close() {
        office.close();
    }

    static Stream<Arguments> clicks() {
        String mayNotAsk = "Rule careless doesn't let U0BYSTANDER ask for this.";
        Stream<Arguments> members = Stream.of(
                Arguments.of(Office.BEN, Office.EXTEND, mayNotAsk),
                Arguments.of(Office.BEN, Office.END, RefusedClicksTest.undecided(Office.BEN)),
                Arguments.of(Office.OLGA, Office.END, RefusedClicksTest.undecided(Office.OLGA)));
        Stream<Arguments> others = RefusedClicksTest.NO_MEMBERS.entrySet().stream()
                .flatMap(entry -> Stream.of(Office.EXTEND, Office.END)
                        .map(action -> Arguments.of(entry.getKey(), action, entry.getValue())));
        return Stream.concat(members, others);
    }

    @ParameterizedTest
    @MethodSource("clicks")
    void moveNothing(Person person, String action, String why) {
        String policy = office.policy("payments/api");
        int cards = office.cards().size();
        int recorded = records.eventsBy(person.id()).size();

        Message told = office.answer(person, () -> office.slack.click(person, warning, action));

        assertThat(told.shown()).contains(Office.mentioning(person, why));
        assertThat(office.slack.views(person)).isEmpty();
        assertThat(office.policy("payments/api")).isEqualTo(policy).contains("ci-deployer");
        assertThat(office.cards()).hasSize(cards);
        List<Records.Entry> events = records.eventsBy(person.id());
        assertThat(events).hasSize(recorded + 1);
        assertThat(events.get(recorded).kind()).isIn("ASK_REFUSED", "DECISION_REFUSED");
        assertThat(events.get(recorded).details()).contains(why);
    }

    @Test
    void whatHasEndedIsNeitherExtendedNorEndedAgain() {
        String id = Office.id(office.grants("grant pull payments/worker sales ci-deployer for 2h"));
        clock.advance(Duration.ofMinutes(61));
        Message soon = office.written(Office.RITA, "It ends soon: pull on payments/worker", id);
        int writes = office.writes();

        office.slack.click(Office.RITA, soon, Office.END);
        office.slack.click(Office.RITA, soon, Office.END);

        office.written(Office.RITA, "Ended before its time by <@U0REQUESTER>", id);
        assertThat(office.policy("payments/worker")).doesNotContain("ci-deployer");
        assertThat(office.writes()).isEqualTo(writes + 1);
        for (String action : List.of(Office.EXTEND, Office.END)) {
            Message told = office.answer(Office.RITA, () -> office.slack.click(Office.RITA, soon, action));
            assertThat(told.shown()).contains("The access that " + id + " gave has ended already.");
        }
        assertThat(office.slack.views(Office.RITA)).isEmpty();
        assertThat(office.writes()).isEqualTo(writes + 1);
    }

    @Test
    void whoFillsTheFieldInTwiceHasAskedOnce() {
        String id = Office.id(office.grants("grant pull data/etl sales nightly-build for 2h"));
        clock.advance(Duration.ofMinutes(61));
        Message soon = office.written(Office.RITA, "It ends soon: pull on data/etl", id);
        int cards = office.cards().size();
        office.slack.click(Office.RITA, soon, Office.EXTEND);
        View field = open(Office.RITA);

        office.slack.submit(Office.RITA, field, Map.of("end.text", "7d"));
        office.slack.await(() -> office.cards().stream().skip(cards).findFirst());
        office.slack.submit(Office.RITA, field, Map.of("end.text", "7d"));

        office.written(Office.RITA, "The same request is already waiting");
        assertThat(office.cards()).hasSize(cards + 1);
    }

    @Test
    void whatWasShortenedOrDecidedSinceIsShortenedNoMore() {
        Message card = office.asks(Office.RITA, "grant pull payments/worker sales nightly-build for 30d");
        office.slack.click(Office.AMIR, card, Office.SHORTEN);
        View first = open(Office.AMIR);
        office.slack.click(Office.RITA, card, Office.SHORTEN);
        office.slack.submit(Office.RITA, open(Office.RITA), Map.of("end.text", "7d"));
        Message shorter = office.until(card, now -> now.shown().contains("The end was shortened by"));

        office.slack.submit(Office.AMIR, first, Map.of("end.text", "1d"));
        office.written(Office.AMIR, "This card of " + Office.id(card) + " has been replaced");
        Message stale = office.answer(Office.AMIR, () -> office.slack.click(Office.AMIR, card, Office.SHORTEN));
        assertThat(stale.shown()).contains("This card of " + Office.id(card) + " has been replaced");

        office.slack.click(Office.AMIR, shorter, Office.SHORTEN);
        View third = open(Office.AMIR);
        office.types(Office.RITA, "cancel " + Office.id(card));
        office.until(card, Office::isDecided);
        office.slack.submit(Office.AMIR, third, Map.of("end.text", "1d"));
        office.written(Office.AMIR, Office.id(card) + " was already cancelled");
        Message late = office.answer(Office.AMIR, () -> office.slack.click(Office.AMIR, shorter, Office.SHORTEN));
        assertThat(late.shown()).contains(Office.id(card) + " was already cancelled");
        assertThat(office.slack.views(Office.AMIR)).isEmpty();
        assertThat(office.policy("payments/worker")).doesNotContain("nightly-build");
    }

    private View open(Person person) {
        return office.slack.await(() -> office.slack.views(person).stream().findFirst());
    }

    private Message warned(String id) {
        clock.advance(Duration.ofDays(6).plusHours(1));
        return office.written(Office.RITA, "It ends soon: pull on payments/api", id);
    }
}
