package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One desk relieves another, in the middle of what people do. */
final class DeskOnDutyTest {
    private static final String OTHERS = DeskBench.RULES.replace("[U0APPROVER1, S0OWNERS]", "[U0BYSTANDER, U0NOBODY]");

    private final DeskBench bench = new DeskBench();
    private final DeskOnDuty duty = new DeskOnDuty(bench.staff);
    private final Counter counter = duty.counter();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aClickIsJudgedByTheDeskThatIsOnDutyThen() {
        Request request = bench.asks(DeskBench.RITA, "grant pull payments/api sales ci-deployer");
        duty.relieve(bench.replica(DeskBench.config(OTHERS)));

        Answer answer = counter.click(approval(request));
        assertThat(((Answer.Refused) answer).problem().code()).isEqualTo(Code.APPROVER_REFUSED);
    }

    @Test
    void aDecisionThatHasBegunIsMadeByOneConfigurationAsAWhole() {
        Request request = bench.asks(DeskBench.RITA, "grant pull payments/api sales ci-deployer");
        // The rules change just as the one who clicks is looked up.
        bench.people.meanwhile(() -> duty.relieve(bench.replica(DeskBench.config(OTHERS))));

        assertThat(counter.click(approval(request))).isInstanceOf(Answer.Approved.class);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void whatWasApprovedIsWrittenByWhicheverDeskIsOnDuty() {
        Request request = bench.approved("grant pull payments/api sales ci-deployer");
        duty.relieve(bench.replica(DeskBench.config(OTHERS)));
        duty.now().applier().apply(request.id());
        duty.now().postman().deliverDue();

        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void theSameChoresAreDoneByWhicheverDeskIsOnDuty() {
        var before = duty.chores().stream().map(chore -> chore.name()).toList();
        duty.relieve(bench.replica(DeskBench.config(OTHERS)));
        assertThat(duty.chores()).extracting(chore -> chore.name()).containsExactlyElementsOf(before);
        duty.chores().forEach(chore -> chore.work().run());
        bench.deliver();
    }

    private static Click approval(Request request) {
        return new Click(
                DeskBench.asker(DeskBench.AMIR),
                request.id().value(),
                request.revision().number(),
                Click.Kind.APPROVE);
    }
}
