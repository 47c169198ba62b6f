package dev.ecrbot.desk.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that nobody could approve, and those that somebody may. */
final class QuorumTest {
    private static final String ONE = "grant pull payments/api sales ci-deployer";
    private static final String TWO = "grant pull web/frontend sales ci-deployer";

    private DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Standing.class,
            names = {"DEACTIVATED", "BOT", "GUEST", "STRANGER"})
    void aRequestThatNobodyCanApproveIsRefusedAtOnce(Standing standing) {
        bench.people.is(DeskBench.AMIR, standing);
        bench.people.group("S0OWNERS");

        assertThat(refused(DeskBench.RITA, ONE))
                .contains("nobody could give it", "S0OWNERS is disabled or empty", "U0APPROVER1");
        assertThat(bench.mailbox.all()).isEmpty();
        assertThat(bench.problems).containsExactly(Code.NO_APPROVER);
    }

    @Test
    void thoseWhoCantApproveArePassedOver() {
        bench.people.is(DeskBench.AMIR, Standing.DEACTIVATED);
        Request request = bench.asks(DeskBench.RITA, ONE);
        assertThat(bench.approves(DeskBench.OLGA, request)).isInstanceOf(Answer.Approved.class);
    }

    @Test
    void fewerThanTheRuleNeedsAreTooFew() {
        bench.people.group("S0OWNERS", DeskBench.AMIR);
        assertThat(refused(DeskBench.RITA, TWO)).contains("needs 2 approvals", "only one person");
        bench.people.group("S0OWNERS", DeskBench.AMIR, DeskBench.OLGA);
        bench.asks(DeskBench.RITA, TWO);
    }

    @Test
    void whoAsksDoesntCountUnlessTheRuleAllowsIt() {
        bench.people.group("S0OWNERS", DeskBench.AMIR);
        assertThat(refused(DeskBench.AMIR, ONE)).contains("U0APPROVER1 asks for it");

        bench.close();
        bench = new DeskBench(
                DeskBench.RULES.replaceFirst("channel: C0APPROVALS", "channel: C0APPROVALS\n    self_approval: true"));
        bench.people.group("S0OWNERS");
        bench.asks(DeskBench.AMIR, ONE);
    }

    @Test
    void aLookUpThatFailsProvesNothing() {
        bench.people.is(DeskBench.AMIR, Standing.UNKNOWN);
        bench.people.group("S0OWNERS");
        bench.asks(DeskBench.RITA, ONE);

        bench.people.is(DeskBench.AMIR, Standing.DEACTIVATED);
        bench.people.unknown("S0OWNERS");
        bench.asks(DeskBench.RITA, "grant push payments/api sales ci-deployer");
    }

    private String refused(PersonId person, String text) {
        var refused = (Answer.Refused) bench.types(person, text);
        assertThat(refused.problem().code()).isEqualTo(Code.NO_APPROVER);
        return refused.problem().text();
    }
}
