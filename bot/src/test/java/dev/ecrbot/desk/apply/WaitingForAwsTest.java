package dev.ecrbot.desk.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ForeignPen;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.AwsError;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is approved stays approved while AWS keeps it from being applied, and what is sent again is read again before. */
final class WaitingForAwsTest {
    private static final String ASK = "grant pull payments/api sales ci-deployer for 7d";

    enum Trouble {
        READ_FAILS(ApiOperation.GET_REPOSITORY_POLICY, Fault.drop(Fault.When.BEFORE)),
        READ_IS_THROTTLED(ApiOperation.GET_REPOSITORY_POLICY, Fault.throttle()),
        WRITE_IS_THROTTLED(ApiOperation.SET_REPOSITORY_POLICY, Fault.throttle());

        private final ApiOperation operation;
        private final Fault fault;

        Trouble(ApiOperation operation, Fault fault) {
            this.operation = operation;
            this.fault = fault;
        }
    }

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsApprovedIsTriedAgain(Trouble trouble) {
        Request request = bench.asks(DeskBench.RITA, ASK);
        bench.ecr.traffic().fault(trouble.operation, 3, trouble.fault);
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPROVED);
        assertThat(lastCard().history().waitingForAws()).isPresent();

        later(8);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.events(request)).containsOnlyOnce(EventKind.WAITING_FOR_AWS);
        assertThat(lastCard().request().stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @ParameterizedTest
    @EnumSource
    void itHasFailedOnceAQuarterOfAnHourIsOver(Trouble trouble) {
        Request request = bench.asks(DeskBench.RITA, ASK);
        bench.ecr.traffic().fault(trouble.operation, 1000, trouble.fault);
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        later(14);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPROVED);
        later(2);
        assertThat(bench.now(request).stage().problem())
                .map(Problem::code)
                .hasValueSatisfying(code -> assertThat(code.mayPass()).isTrue());
    }

    @Test
    void whatSomebodyWritesMeanwhileIsKeptAndShown() {
        Request request = bench.asks(DeskBench.RITA, ASK);
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, writesMeanwhile(Fault.throttle()));
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        later(1);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(bench.now(request).revision().number()).isEqualTo(2);
        assertThat(bench.policy("payments/api")).contains("by hand");
    }

    @Test
    void aPrincipalThatAwsHasNotHeardOfIsReadForAgainToo() {
        Request request = bench.asks(DeskBench.RITA, ASK);
        Fault unknown = Fault.refuse(new AwsError(
                "InvalidParameterException",
                400,
                "Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Principal not found'"));
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, unknown);
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, writesMeanwhile(unknown));
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(bench.policy("payments/api")).contains("by hand");

        bench.approves(DeskBench.AMIR, bench.now(request));
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.policy("payments/api")).contains("by hand", "ci-deployer");
    }

    @Test
    void whatWasApprovedLongAgoIsJudgedAgain() {
        Request request = bench.asks(DeskBench.RITA, ASK);
        bench.approves(DeskBench.AMIR, request);
        bench.people.is(DeskBench.AMIR, Standing.DEACTIVATED);
        bench.clock.advance(Duration.ofMinutes(16));
        bench.work();
        assertThat(bench.now(request).stage().problem()).map(Problem::code).contains(Code.PERSON_REFUSED);
        assertThat(bench.policy("payments/api")).doesNotContain("ci-deployer");
    }

    @Test
    void whatWasApprovedLongAgoIsWrittenIfItCouldBeApprovedNow() {
        Request request = bench.asks(DeskBench.RITA, ASK);
        bench.approves(DeskBench.AMIR, request);
        bench.clock.advance(Duration.ofMinutes(16));
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void whatWasApprovedLongAgoWaitsForSlackInSightAndNotForEver() {
        Request request = approvedLongAgo();
        bench.people.is(DeskBench.AMIR, Standing.UNKNOWN);
        Instant tried = bench.clock.instant();
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPROVED);
        assertThat(lastCard().history().waitingForSlack()).contains(tried);

        later(14);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPROVED);
        later(2);
        assertThat(bench.now(request).stage().problem()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(Code.PERSON_UNKNOWN);
            assertThat(problem.text()).contains("Nothing was changed", "Ask again");
        });
        assertThat(bench.events(request)).containsOnlyOnce(EventKind.WAITING_FOR_SLACK);
        assertThat(lastCard().request().stage().state()).isEqualTo(RequestState.FAILED);
        assertThat(bench.policy("payments/api")).doesNotContain("ci-deployer");
    }

    @Test
    void itIsWrittenOnceSlackAnswers() {
        Request request = approvedLongAgo();
        bench.people.is(DeskBench.AMIR, Standing.UNKNOWN);
        bench.work();
        bench.people.is(DeskBench.AMIR, Standing.MEMBER);
        later(2);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    private Request approvedLongAgo() {
        Request request = bench.asks(DeskBench.RITA, ASK);
        bench.approves(DeskBench.AMIR, request);
        bench.clock.advance(Duration.ofMinutes(16));
        return request;
    }

    private Fault writesMeanwhile(Fault refusal) {
        return new Fault() {
            @Override
            public void before(ApiCall call) {
                ForeignPen.write(bench.ecr, SeedRegistry.west("payments/api"), true, "by hand");
                refusal.before(call);
            }
        };
    }

    /** Lets so many minutes pass, and has the desk look every quarter of one. */
    private void later(int minutes) {
        for (int quarters = 0; quarters < minutes * 4; quarters++) {
            bench.clock.advance(Duration.ofSeconds(15));
            bench.sweep();
        }
    }

    private Message.Card lastCard() {
        List<Message.Card> cards = bench.mailbox.of(Message.Card.class);
        return cards.get(cards.size() - 1);
    }
}
