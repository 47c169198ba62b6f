package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How grants end, and revocations. */
final class DeskEndsTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final String ROLE = "arn:aws:iam::222222222222:role/ci-deployer";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aTimedGrantEndsByItself() {
        Request request = bench.asks(DeskBench.RITA, PULL + " for 2h");
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        bench.clock.advance(Duration.ofMinutes(119));
        bench.sweep();
        assertThat(bench.policy("payments/api")).contains(ROLE);
        bench.clock.advance(Duration.ofMinutes(2));
        bench.sweep();
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(request).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.EXPIRED);
        assertThat(bench.mailbox.of(Message.GrantEnded.class)).hasSize(1);
    }

    @Test
    void aGrantTakenOutByOthersIsFoundMissing() {
        Request request = bench.asks(DeskBench.RITA, PULL + " for 2h");
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        bench.ecr.deletePolicy(SeedRegistry.west("payments/api"));
        bench.clock.advance(Duration.ofHours(3));
        bench.sweep();
        assertThat(bench.grant(request).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.FOUND_MISSING);
    }

    @Test
    void aRevocationEndsTheGrantsItTakesFrom() {
        Request granted = bench.asks(DeskBench.RITA, PULL);
        bench.approves(DeskBench.AMIR, granted);
        bench.work();
        Request revoked = bench.asks(DeskBench.RITA, "revoke pull payments/api sales ci-deployer");
        bench.approves(DeskBench.AMIR, revoked);
        bench.work();
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(granted).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.REVOKED);
    }

    @Test
    void whatIsntThereCantBeRevoked() {
        assertThat(code(bench.types(DeskBench.RITA, "revoke pull payments/api sales ci-deployer")))
                .isEqualTo(Code.NOTHING_TO_REVOKE);
        assertThat(bench.mailbox.all()).isEmpty();
    }

    private static Code code(Answer answer) {
        return ((Answer.Refused) answer).problem().code();
    }
}
