package dev.ecrbot.desk.counter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.rules.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is guessed of a sentence is asked for once the person who typed it says so, and by nobody else. */
final class GuessedAskTest {
    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aGuessAsksForNothingUntilItIsConfirmed() {
        Answer.Guessed guessed = guessed("please give ci-deployer in sales pull on payments/api for a week");

        assertThat(guessed.line().text()).isEqualTo("grant pull payments/api sales ci-deployer for 7d");
        bench.deliver();
        assertThat(bench.mailbox.all()).isEmpty();

        Answer answer = ask(DeskBench.RITA, DeskBench.RITA, guessed);

        assertThat(answer).isInstanceOf(Answer.Filed.class);
        assertThat(((Answer.Filed) answer).request().change().edit().principal().text())
                .isEqualTo("arn:aws:iam::222222222222:role/ci-deployer");
    }

    @Test
    void aSecondClickAsksForNothingMore() {
        Answer.Guessed guessed = guessed("please give sales pull on payments/api");
        ask(DeskBench.RITA, DeskBench.RITA, guessed);

        assertThat(ask(DeskBench.RITA, DeskBench.RITA, guessed)).isInstanceOf(Answer.WaitingAlready.class);
    }

    @Test
    void somebodyElsesClickDoesNothing() {
        Answer.Guessed guessed = guessed("please give sales pull on payments/api");

        assertThat(ask(DeskBench.BEN, DeskBench.RITA, guessed)).isInstanceOf(Answer.Unheard.class);
        assertThat(bench.staff
                        .desk()
                        .ask(DeskBench.asker(DeskBench.BEN), "", guessed.line().sent()))
                .isInstanceOf(Answer.Unheard.class);
    }

    @Test
    void aButtonAsksForAccessAndForNothingElse() {
        var rita = DeskBench.asker(DeskBench.RITA);
        String offeredTo = DeskBench.RITA.toString();

        assertThat(bench.staff.desk().ask(rita, offeredTo, "cancel req-7k2m9xqa"))
                .isInstanceOf(Answer.Unheard.class);
        assertThat(bench.staff.desk().ask(rita, offeredTo, "please give sales pull on payments/api"))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void whereOneOfSeveralRegistriesHasItItsPrefixIsntAskedFor() {
        String both = DeskBench.RULES.replaceAll("\"([a-z]+/\\*)\"", "\"central:$1\", \"labs:$1\"");
        try (var two = DeskBench.ofTwoRegistries(both)) {
            two.crawl();
            var guessed = (Answer.Guessed) two.types(DeskBench.RITA, "grant pull payments/worker sales ci-deployer");
            assertThat(guessed.line().text())
                    .isEqualTo("grant pull central/us-west-2:payments/worker sales ci-deployer");
            assertThat(two.types(DeskBench.RITA, "status payments/worker")).isInstanceOf(Answer.Status.class);
        }
    }

    @Test
    void anExactLineAsksAtOnce() {
        assertThat(bench.types(DeskBench.RITA, "grant pull payments/api sales")).isInstanceOf(Answer.Filed.class);
    }

    private Answer.Guessed guessed(String text) {
        return (Answer.Guessed) bench.types(DeskBench.RITA, text);
    }

    private Answer ask(PersonId clicks, PersonId offeredTo, Answer.Guessed guessed) {
        return bench.staff
                .desk()
                .ask(
                        DeskBench.asker(clicks),
                        offeredTo.toString(),
                        guessed.line().sent());
    }
}
