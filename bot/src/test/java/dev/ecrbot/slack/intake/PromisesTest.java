package dev.ecrbot.slack.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.slack.ScriptedCounter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was promised is brought once, when it is there. */
final class PromisesTest {
    private static final Asker BEN = asker("U0BYSTANDER");
    private static final Answer KEPT = new Answer.Unheard();

    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor();
    private final ScriptedCounter counter = new ScriptedCounter();
    private final List<Asker> told = new ArrayList<>();
    private final Promises promises = new Promises(counter, (asker, answer) -> told.add(asker), background);

    @AfterEach
    void close() {
        background.shutdownNow();
    }

    private static Asker asker(String user) {
        return new Asker(new PersonId("T0HOME", user), new Origin("C0GENERAL", Optional.empty()));
    }

    private static Answer promise(String word) {
        return new Answer.Found(new Finding.Promised(
                new FleetInquiry.Audit(Optional.of(word), 1), Instant.EPOCH, Map.of(), new Coverage(List.of())));
    }

    @Test
    void isBroughtOnceWhenItIsThere() {
        Answer promise = promise("payments");
        assertThat(promises.noted(BEN, promise)).isEqualTo(promise);
        promises.look();
        assertThat(told).isEmpty();
        counter.onPromise = promised -> Optional.of(KEPT);
        promises.look();
        promises.look();
        assertThat(told).containsExactly(BEN);
    }

    @Test
    void whoeverAsksAgainIsToldOnce() {
        promises.noted(BEN, promise("payments"));
        promises.noted(BEN, promise("payments"));
        counter.onPromise = promised -> Optional.of(KEPT);
        promises.look();
        assertThat(told).containsExactly(BEN);
    }

    @Test
    void otherAnswersAreNoPromises() {
        assertThat(promises.noted(BEN, KEPT)).isEqualTo(KEPT);
        counter.onPromise = promised -> Optional.of(KEPT);
        promises.look();
        assertThat(told).isEmpty();
    }

    @Test
    void onePersonGetsFiveAndIsToldThatThereAreNoMore() {
        IntStream.range(0, 5)
                .forEach(i ->
                        assertThat(promises.noted(BEN, promise("word" + i))).isInstanceOf(Answer.Found.class));
        assertThat(promises.noted(BEN, promise("another"))).isInstanceOf(Answer.Refused.class);
        assertThat(promises.noted(asker("U0REQUESTER"), promise("another"))).isInstanceOf(Answer.Found.class);
    }

    @Test
    void whoeverWaitsWhenItEndsIsToldThatNothingComesAndWhatToType() {
        promises.noted(BEN, promise("payments"));
        promises.noted(BEN, promise("there"));
        counter.onPromise = promised ->
                Optional.of(KEPT).filter(kept -> promised.question().text().contains("there"));
        promises.look();
        List<Problem> lost = new ArrayList<>();
        promises.giveUp((asker, problem) -> lost.add(problem));
        promises.giveUp((asker, problem) -> lost.add(problem));
        assertThat(lost)
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("“audit payments fresh”", "won't come"))
                .satisfies(problem -> assertThat(problem.next()).endsWith("/ecr audit payments fresh"));
        counter.onPromise = promised -> Optional.of(KEPT);
        promises.look();
        assertThat(told).as("only what was there before").containsExactly(BEN);
    }

    @Test
    void oneThatFailsKeepsNobodyFromTheirs() {
        promises.noted(BEN, promise("broken"));
        promises.noted(asker("U0REQUESTER"), promise("fine"));
        counter.onPromise = promised -> {
            if (promised.question().text().contains("broken")) {
                throw new IllegalStateException("broken");
            }
            return Optional.of(KEPT);
        };
        promises.look();
        promises.look();
        assertThat(told).extracting(asker -> asker.person().user()).containsExactly("U0REQUESTER");
    }
}
