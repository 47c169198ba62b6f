package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.sandbox.slack.View;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An approver gives less time than was asked for, on the card. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class ShortenTest {

    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void theCardShowsWhoShortenedItAndNeedsANewClick() {
        Message card = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer for 30d");

        shortens(Office.AMIR, card, "7d");

        Message shorter = office.until(card, now -> now.shown().contains("The end was shortened by"));
        assertThat(shorter.shown()).contains("<@U0APPROVER1>", "earlier approvals don't count", "revision 2");
        office.written(Office.AMIR, Office.id(card), "has a sooner end now");
        office.written(Office.RITA, "<@U0APPROVER1> shortened the end", Office.id(card));
        Message old = office.answer(Office.OLGA, () -> office.slack.click(Office.OLGA, card, Office.APPROVE));
        assertThat(old.shown()).contains("has been replaced", "decided nothing");
        assertThat(office.policy("payments/api")).isEmpty();

        office.approves(Office.AMIR, shorter);
        Message story = office.answer(Office.OLGA, () -> office.clicks(Office.OLGA, card, "request.story"));
        assertThat(story.shown()).contains("its end was shortened by <@U0APPROVER1>");
        assertThat(office.policy("payments/api")).contains("ci-deployer");
    }

    @ParameterizedTest
    @CsvSource({
        "for 2m, less than 5 minutes",
        "yesterday, “yesterday” isn",
        "until 2020-01-01, is in the past",
        "7d please, “please” is no part of an end",
        "30d because I say so, “because” is no part of an end",
        "for 40d, not sooner than the one that was asked for"
    })
    void aWrongEndIsToldAtTheFieldWhichStaysOpen(String end, String why) {
        Message card = office.asks(Office.RITA, "grant pull mobile/backend data notebook for 30d");
        List<Message> before = office.slack.dms(Office.AMIR);
        office.clicks(Office.AMIR, card, Office.SHORTEN);
        View field = office.slack.await(
                () -> office.slack.views(Office.AMIR).stream().findFirst());

        Delivery delivery = office.slack.submit(Office.AMIR, field, Map.of("end.text", end));

        assertThat(delivery.body())
                .contains("\"response_action\":\"errors\"", why)
                .doesNotContain("/ecr extend");
        assertThat(office.slack.views(Office.AMIR)).hasSize(1);
        assertThat(office.slack.dms(Office.AMIR)).isEqualTo(before);
        assertThat(office.slack.current(card)).hasValue(card);
        office.slack.dismiss(Office.AMIR, field);
        office.types(Office.RITA, "cancel " + Office.id(card));
        office.until(card, Office::isDecided);
    }

    @Test
    void nobodyElseDoes() {
        Message card = office.asks(Office.RITA, "grant pull payments/worker sales ci-deployer for 30d");

        for (Person person : new Person[] {Office.BEN, SampleWorkspace.GUEST, SampleWorkspace.STRANGER}) {
            office.answer(person, () -> office.clicks(person, card, Office.SHORTEN));
            assertThat(office.slack.views(person)).isEmpty();
        }

        assertThat(office.slack.current(card)).hasValue(card);
        office.types(Office.RITA, "cancel " + Office.id(card));
        office.until(card, Office::isDecided);
    }

    private void shortens(Person person, Message card, String end) {
        office.clicks(person, card, Office.SHORTEN);
        View field =
                office.slack.await(() -> office.slack.views(person).stream().findFirst());
        assertThat(field.shown()).contains(Office.id(card));
        office.slack.submit(person, field, Map.of("end.text", end));
    }
}
