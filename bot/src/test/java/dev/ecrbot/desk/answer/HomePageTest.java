package dev.ecrbot.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody asked for stands on their Home tab until they have it, or know that they won't. */
final class HomePageTest {
    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatIsApprovedAndNotYetInEffectIsStillAskedFor() {
        Request waiting = bench.asks(DeskBench.RITA, "grant pull payments/worker sales ci-deployer for 7d");
        Request approved = bench.approved("grant pull payments/api sales ci-deployer for 7d");
        assertThat(asked()).containsExactly(approved.id(), waiting.id());

        bench.work();
        assertThat(asked()).containsExactly(waiting.id());
        assertThat(page().held()).hasSize(1);
    }

    @Test
    void itIsHoweverManyWereAskedForSince() {
        Request approved = bench.approved("grant pull payments/api sales ci-deployer for 7d");
        for (int number = 0; number <= HomePage.MOST; number++) {
            Request later = bench.asks(DeskBench.RITA, "grant pull payments/worker sales ci-deployer for 7d");
            bench.staff().desk().command(DeskBench.asker(DeskBench.RITA), "cancel " + later.id());
        }
        assertThat(asked()).containsExactly(approved.id());
    }

    private List<RequestId> asked() {
        return page().asked().stream().map(entry -> entry.request().id()).toList();
    }

    private HomePage page() {
        Answer answer = bench.staff().desk().home(DeskBench.asker(DeskBench.RITA));
        return (HomePage) ((Answer.Found) answer).finding();
    }
}
