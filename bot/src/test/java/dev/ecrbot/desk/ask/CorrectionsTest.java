package dev.ecrbot.desk.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever mistypes a repository is offered the only one that they can have meant, and asks for nothing before they confirm it. */
final class CorrectionsTest {
    private DeskBench bench = crawled(new DeskBench());

    @AfterEach
    void close() {
        bench.close();
    }

    private static DeskBench crawled(DeskBench bench) {
        bench.crawl();
        return bench;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant pull payment/api sales ci-deployer | grant pull payments/api sales ci-deployer",
                "grant pull payment/api sales for 7d because it’s nightly"
                        + " | grant pull payments/api sales for 7d because it’s nightly",
                "/ecr grant pull \"payment/api\" sales | grant pull payments/api sales",
                "grant pull payments/wroker sales | grant pull payments/worker sales",
                "grant pull worker sales | grant pull payments/worker sales",
                "grant pull central/payments/worker sales | grant pull payments/worker sales",
                "grant pull payments-api sales | grant pull payments/api sales",
                "grant pull central/eu-west-1:payment/api sales | grant pull central/eu-west-1:payments/api sales",
                "grant pull central/eu-west-1:payments/worker sales | grant pull payments/worker sales",
                "grant pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payment/api sales"
                        + " | grant pull payments/api sales",
                "grant pull payment/api,payments/wroker sales | grant pull payments/api,payments/worker sales",
                "revoke pull payment/api sales | revoke pull payments/api sales",
                "please give sales pull on payment/api | grant pull payments/api sales",
                "give sales pull on payment/api and payments/worker | grant pull payments/api,payments/worker sales"
            })
    void theOnlyNearOneIsOffered(String typed, String line) {
        Answer answer = bench.types(DeskBench.RITA, typed);
        assertThat(answer).as(typed).isInstanceOf(Answer.Guessed.class);
        assertThat(((Answer.Guessed) answer).line().text()).isEqualTo(line);
        bench.deliver();
        assertThat(bench.mailbox.all()).isEmpty();
    }

    @Test
    void itIsSaidWhyAndAskedForByAClick() {
        var guessed = (Answer.Guessed) bench.types(DeskBench.RITA, "grant pull payment/api sales ci-deployer");
        assertThat(guessed.why().map(Problem::what))
                .contains("No rule covers repository central/us-west-2:payment/api.");
        Answer asked = bench.staff
                .desk()
                .ask(
                        DeskBench.asker(DeskBench.RITA),
                        DeskBench.RITA.toString(),
                        guessed.line().sent());
        assertThat(((Answer.Filed) asked).request().change().target()).isEqualTo(SeedRegistry.west("payments/api"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant pull payment/apq/xyz sales",
                "grant pull mobile/backend sales",
                "grant pull mobile/bakend sales",
                "grant pull payments/app sales",
                "grant pull payments/api,payment/api sales",
                "grant pull data/etl sales",
                "breakglass pull payment/api sales"
            })
    void nothingIsOfferedWhereNoneOrSeveralCanBeMeantOrItIsThere(String typed) {
        bench.close();
        bench = new DeskBench();
        bench.ecr.addRepository(SeedRegistry.west("payments/apps"), Map.of());
        bench.crawl();
        assertThat(bench.types(DeskBench.RITA, typed)).as(typed).isInstanceOf(Answer.Refused.class);
    }

    /** One that isn't known yet may be there all the same: only AWS can tell. */
    @Test
    void whatARuleCoversIsOfferedAsItWasSaidAndCorrectedOnceAwsDoesntKnowIt() {
        var said = (Answer.Guessed) bench.types(DeskBench.RITA, "give sales pull on payments/wroker please");
        assertThat(said.line().text()).isEqualTo("grant pull payments/wroker sales");
        var better = (Answer.Guessed) bench.staff
                .desk()
                .ask(
                        DeskBench.asker(DeskBench.RITA),
                        DeskBench.RITA.toString(),
                        said.line().sent());
        assertThat(better.line().text()).isEqualTo("grant pull payments/worker sales");
    }

    @Test
    void theFormNamesItToo() {
        var draft = new Draft("pull", "payment/api", "sales", "ci-deployer", "", "");
        var preview = (Preview.Refused) bench.staff.desk().preview(DeskBench.asker(DeskBench.RITA), draft);
        assertThat(preview.problem().next())
                .isEqualTo("Did you mean central/us-west-2:payments/api? Then write that in its field.");
    }

    @Test
    void whoMayNotAskIsToldNoName() {
        bench.people.is(DeskBench.BEN, Standing.GUEST);
        assertThat(refused(DeskBench.BEN, "grant pull payment/api sales").text())
                .doesNotContain("payments/api");
    }

    @Test
    void aNameOfWhichNotEverybodyIsToldIsntOfferedNorTold() {
        narrow();
        for (String typed : new String[] {"grant pull payment/api sales", "grant pull payments/wroker sales"}) {
            for (PersonId person : new PersonId[] {DeskBench.BEN, DeskBench.RITA}) {
                assertThat(refused(person, typed).text()).doesNotContain("payments/api", "payments/worker");
            }
        }
        assertThat(refused(DeskBench.RITA, "status payments/wroker").text()).doesNotContain("payments/worker");
    }

    /** Else the same words would tell of one that is there and of one that isn't. */
    @Test
    void whoMayNotLookCantTellByTheAnswerWhetherItIsThere() {
        narrow();
        String ask = "grant push web/frontent sales";
        assertThat(bench.types(DeskBench.BEN, ask)).isInstanceOf(Answer.Guessed.class);
        bench.ecr.addRepository(SeedRegistry.west("web/frontent"), Map.of());
        bench.clock.advance(Duration.ofDays(1));
        bench.crawl();
        assertThat(bench.index.matching("web/frontent")).hasSize(1);
        assertThat(bench.types(DeskBench.BEN, ask)).isInstanceOf(Answer.Guessed.class);
    }

    @Test
    void whereNothingIsKnownYetItIsRefusedAsBefore() {
        bench.close();
        bench = new DeskBench();
        assertThat(refused(DeskBench.RITA, "grant pull payment/api sales").code())
                .isEqualTo(Code.NO_RULE);
    }

    private void narrow() {
        bench.close();
        String rules = DeskBench.RULES.replaceFirst(
                "channel: C0APPROVALS", "channel: C0APPROVALS\n    viewers: [U0REQUESTER]");
        bench = crawled(new DeskBench("""
                  - name: hidden
                    repositories: ["web/frontent"]
                    access: [pull]
                    to: [sales]
                    requesters: [anyone]
                    approvers: [U0APPROVER1]
                    channel: C0APPROVALS
                    viewers: [U0REQUESTER]
                """ + rules.replace("web/*", "web/frontend")));
    }

    private Problem refused(PersonId person, String typed) {
        Answer answer = bench.types(person, typed);
        assertThat(answer).as(typed).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).problem();
    }
}
