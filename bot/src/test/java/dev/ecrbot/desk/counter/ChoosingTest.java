package dev.ecrbot.desk.counter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who names no request is shown what they can mean, with a button each; nothing is done before one of these is clicked. */
final class ChoosingTest {
    private static final String SALES = "grant pull payments/api sales ci-deployer for 7d";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatIsMeantIsExtendedByAClickAndNotBefore() {
        Request week = bench.applied(SALES);
        bench.applied("grant pull payments/worker sales ci-deployer for 7d");
        bench.applied("grant pull payments/api finance report-runner for 7d");

        Finding.Choice choice =
                choice(DeskBench.RITA, "extend sales ci-deployer on payments/api by a week because the audit is late");

        assertThat(ids(choice)).containsExactly(week.id().value());
        String line = choice.grants().get(0).line().orElseThrow().sent();
        Grant grant = bench.grant(week);
        assertThat(line)
                .isEqualTo("extend " + week.id() + " until "
                        + grant.until().orElseThrow().plus(Duration.ofDays(7)) + " because the audit is late");
        assertThat(waiting()).isZero();

        assertThat(bench.staff().desk().ask(DeskBench.asker(DeskBench.RITA), DeskBench.RITA.toString(), line))
                .isInstanceOf(Answer.Filed.class);
        assertThat(waiting()).isEqualTo(1);
        bench.deliver();
    }

    @Test
    void aDurationCountsFromNowAsInTheCommand() {
        Request week = bench.applied(SALES);
        assertThat(choice(DeskBench.RITA, "renew payments/api sales for 30d")
                        .grants()
                        .get(0)
                        .line()
                        .orElseThrow()
                        .text())
                .isEqualTo("extend " + week.id() + " for 30d");
        assertThat(choice(DeskBench.RITA, "renew pull payments/api sales")
                        .grants()
                        .get(0)
                        .line())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "end ci-deployer's access to payments/api",
                "end sales/ci-deployer on payments/api",
                "end pull payments/api arn:aws:iam::222222222222:role/ci-deployer",
                "end 222222222222 role/ci-deployer central/us-west-2:payments/api",
                "end the pull of ci-deployer in sales on arn:aws:ecr:us-west-2:111111111111:repository/payments/api please"
            })
    void itIsFoundUnderAnyOfItsNames(String typed) {
        Request week = bench.applied(SALES);
        bench.applied("grant read payments/worker sales role2-1 for 7d");

        assertThat(ids(choice(DeskBench.RITA, typed))).containsExactly(week.id().value());
        assertThat(bench.grant(week).state()).isEqualTo(Grant.State.ACTIVE);
    }

    @Test
    void whoeverNamesNothingIsShownAllOfTheirs() {
        Request week = bench.applied(SALES);
        Request other = bench.applied("grant pull payments/worker finance report-runner for 7d");
        Request waits = bench.asks(DeskBench.RITA, "grant push payments/worker sales ci-deployer for 7d");

        assertThat(ids(choice(DeskBench.RITA, "extend")))
                .containsExactlyInAnyOrder(week.id().value(), other.id().value());
        assertThat(ids(choice(DeskBench.RITA, "never mind, cancel my request")))
                .containsExactly(waits.id().value());
        assertThat(ids(choice(DeskBench.BEN, "end"))).isEmpty();
        assertThat(bench.now(waits).stage().state()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void ofWhatOthersHoldApproversCanEndWhatARepositoryNames() {
        Request week = bench.applied(SALES);

        assertThat(ids(choice(DeskBench.AMIR, "end sales on payments/api")))
                .containsExactly(week.id().value());
        Finding.Choice closed = choice(DeskBench.BEN, "end sales on payments/api");
        assertThat(closed.grants()).isEmpty();
        assertThat(closed.closed()).isEqualTo(1);
    }

    @Test
    void anUndoAndASoonerEndAreFoundAsWell() {
        Request week = bench.applied(SALES);
        Request waits = bench.asks(DeskBench.RITA, "grant push payments/worker sales ci-deployer for 7d");

        assertThat(ids(choice(DeskBench.RITA, "undo what I did on payments/api")))
                .containsExactly(week.id().value());
        assertThat(ids(choice(DeskBench.AMIR, "shorten payments/worker for sales to 3d")))
                .containsExactly(waits.id().value());
        assertThat(ids(choice(DeskBench.RITA, "undo payments/worker"))).isEmpty();
    }

    @Test
    void aNameThatIsNowhereFindsNothingAndAWordThatSaysNothingIsLeftOut() {
        Request week = bench.applied(SALES);

        assertThat(ids(choice(DeskBench.RITA, "extend sales on payments/worker")))
                .isEmpty();
        Finding.Choice choice = choice(DeskBench.RITA, "extend sales on payments/api quickly");
        assertThat(ids(choice)).containsExactly(week.id().value());
        assertThat(choice.unknown()).containsExactly("quickly");
    }

    @Test
    void ofManyTheFirstAreShownAndTheOthersCounted() {
        IntStream.range(0, 12).mapToObj(each -> "many-" + each).forEach(role -> {
            bench.ecr.iam().addRole(SeedRegistry.role(SeedRegistry.SALES, role));
            bench.applied("grant pull payments/api sales " + role + " for 7d");
        });

        Finding.Choice choice = choice(DeskBench.RITA, "extend payments/api");
        assertThat(choice.grants()).hasSize(8);
        assertThat(choice.more()).isEqualTo(4);
    }

    private Finding.Choice choice(PersonId person, String typed) {
        Answer answer = bench.types(person, typed);
        assertThat(answer).as(typed).isInstanceOf(Answer.Found.class);
        Finding finding = ((Answer.Found) answer).finding();
        assertThat(finding).as(typed).isInstanceOf(Finding.Choice.class);
        return (Finding.Choice) finding;
    }

    private long waiting() {
        return bench.ledger.<Integer>transact(
                books -> books.requests().pending(100).size());
    }

    private static List<String> ids(Finding.Choice choice) {
        return choice.requests().isEmpty()
                ? choice.grants().stream()
                        .map(held -> held.grant().id().toString())
                        .toList()
                : choice.requests().stream()
                        .map(request -> request.id().value())
                        .toList();
    }
}
