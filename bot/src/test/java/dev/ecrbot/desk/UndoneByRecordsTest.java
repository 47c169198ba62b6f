package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
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
        Request grant = bench.done(PULL + " for 7d");
        Request undo = bench.done("undo "
                + bench.done("revoke pull payments/api sales ci-deployer").id());
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
        Request grant = bench.done(PULL + " for 7d");
        Request push = bench.done("grant push-only payments/api sales ci-deployer for 30d");
        Request revocation = bench.done("revoke all payments/api sales ci-deployer");
        bench.clock.advance(Duration.ofDays(8));
        assertThat(bench.refused("undo " + revocation.id()).code()).isEqualTo(Code.UNDO_REFUSED);
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ENDED);
        assertThat(bench.grant(push).state()).isEqualTo(Grant.State.ENDED);
    }

    @Test
    void aGrantThatSharesItsEntryWithAnotherStays() {
        Request week = bench.done(PULL + " for 7d");
        Request month = bench.done(PULL + " for 30d");
        assertThat(month.stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.refused("undo " + week.id()).code()).isEqualTo(Code.UNDO_REFUSED);
        assertThat(bench.refused("undo " + month.id()).code()).isEqualTo(Code.NOTHING_TO_CHANGE);
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
        bench.types(DeskBench.RITA, "end " + month.id());
        bench.work();
        assertThat(bench.done("undo " + week.id()).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.policy("payments/api")).isEmpty();
    }

    @Test
    void anExtensionThatStandsInTheRecordsAloneIsEndedAndNotUndone() {
        Request grant = bench.done(PULL + " for 7d");
        Request extension = bench.done("extend " + grant.id() + " for 30d");
        assertThat(bench.refused("undo " + extension.id()).code()).isEqualTo(Code.NOTHING_TO_CHANGE);
        assertThat(bench.refused("undo " + grant.id()).code()).isEqualTo(Code.UNDO_REFUSED);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
    }
}
