package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is given, moved, taken back and taken away in turn: no access of the bot's is left that no record explains. */
final class OwnedAccessTest {
    private static final String REPOSITORY = "payments/worker";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void undoingAnExtensionTakesWhatItSharedWithAGrantThatHasEndedSince() {
        Request first = done("grant pull " + REPOSITORY + " sales ci-deployer for 7d");
        Request longer = done("grant pull " + REPOSITORY + " sales ci-deployer for 30d");
        Request extension = done("extend " + first.id() + " for 30d");
        bench.types(DeskBench.RITA, "end " + longer.id());
        bench.sweep();
        assertThat(bench.grant(longer).state()).isEqualTo(Grant.State.ENDED);

        done("undo " + extension.id());
        assertThat(bench.policy(REPOSITORY)).contains("20261129T1000Z").doesNotContain("20261222T1000Z");

        bench.types(DeskBench.RITA, "end " + first.id());
        bench.sweep();
        assertThat(bench.grant(first).state()).isEqualTo(Grant.State.ENDED);
        assertThat(bench.policy(REPOSITORY)).isEmpty();
    }

    @Test
    void aPartOfWhatAGrantGaveIsntRevoked() {
        done("grant pull " + REPOSITORY + " sales ci-deployer for 7d");
        done("grant push " + REPOSITORY + " sales ci-deployer for 7d");
        String before = bench.policy(REPOSITORY);
        var refused =
                (Answer.Refused) bench.types(DeskBench.RITA, "revoke push-only " + REPOSITORY + " sales ci-deployer");
        assertThat(refused.problem().code()).isEqualTo(Code.REVOKE_WIDER);
        assertThat(refused.problem().next()).contains("/ecr revoke");
        assertThat(bench.policy(REPOSITORY)).isEqualTo(before);
    }

    private Request done(String text) {
        Request request = bench.asks(DeskBench.RITA, text);
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.now(request).stage().state()).as(text).isEqualTo(RequestState.APPLIED);
        return request;
    }
}
