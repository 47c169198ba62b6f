package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestState;
import dev.ecrbot.problem.Code;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Undoing where ends stand in the bot's records alone, so that the policy doesn't tell them. */
final class UndoneByRecordsTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final Instant WEEK = Instant.parse("2026-11-29T10:00:00Z");

    private final DeskBench bench = new DeskBench(DeskBench.RULES, "policy: {expiry_in_policy: false}\n");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRevocationUndoneGivesTheEndBackWithTheAccess() {
        Request grant = done(PULL + " for 7d");
        Request undo = done(
                "undo " + done("revoke pull payments/api sales ci-deployer").id());
        assertThat(undo.stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(undo.revision().plan().effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.until()).contains(WEEK));
        bench.clock.advance(Duration.ofDays(8));
        bench.sweep();
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.EXPIRED);
    }

    @Test
    void whatWouldHaveEndedIsNotGivenBackForGood() {
        Request grant = done(PULL + " for 7d");
        Request push = done("grant push-only payments/api sales ci-deployer for 30d");
        Request revocation = done("revoke all payments/api sales ci-deployer");
        bench.clock.advance(Duration.ofDays(8));
        assertThat(refused("undo " + revocation.id())).isEqualTo(Code.UNDO_REFUSED);
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ENDED);
        assertThat(bench.grant(push).state()).isEqualTo(Grant.State.ENDED);
    }

    @Test
    void aGrantThatSharesItsEntryWithAnotherStays() {
        Request week = done(PULL + " for 7d");
        Request month = done(PULL + " for 30d");
        assertThat(month.stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(refused("undo " + week.id())).isEqualTo(Code.UNDO_REFUSED);
        assertThat(refused("undo " + month.id())).isEqualTo(Code.NOTHING_TO_CHANGE);
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
        bench.types(DeskBench.RITA, "end " + month.id());
        bench.work();
        assertThat(done("undo " + week.id()).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.policy("payments/api")).isEmpty();
    }

    @Test
    void anExtensionThatStandsInTheRecordsAloneIsEndedAndNotUndone() {
        Request grant = done(PULL + " for 7d");
        Request extension = done("extend " + grant.id() + " for 30d");
        assertThat(refused("undo " + extension.id())).isEqualTo(Code.NOTHING_TO_CHANGE);
        assertThat(refused("undo " + grant.id())).isEqualTo(Code.UNDO_REFUSED);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
    }

    private Code refused(String text) {
        return ((Answer.Refused) bench.types(DeskBench.RITA, text)).problem().code();
    }

    private Request done(String text) {
        Request request = bench.asks(DeskBench.RITA, text);
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        return bench.now(request);
    }
}
