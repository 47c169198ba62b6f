package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.command.MachineUse;
import dev.ecrbot.desk.answer.Story;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What machines ask for goes the way of everybody's asks, and people decide on it, always. */
final class MachineAskTest {
    private static final String RULE = """
              - name: low-risk
                repositories: ["payments/*"]
                access: [pull, push, read]
                to: ["*"]
                requesters: [anyone, machine:payments-ci]
                approvers: [U0APPROVER1, S0OWNERS]
                channel: C0APPROVALS
                revoke: immediate
                auto_approve: {for_at_most: 7d, per_day: 9}
                breakglass: {people: [U0ONCALL], for: 4h, review_within: 1h, per_day: 9, channel: C0SECURITY}
              - name: people
                repositories: ["team/*"]
                access: [pull]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
            """;
    private static final String MACHINES = """
            machines:
              audience: https://ecr-bot.example.com
              identities:
                payments-ci: {iam: "arn:aws:iam::222222222222:role/ci"}
                other-ci: {iam: "arn:aws:iam::222222222222:role/other"}
            """;
    private static final PersonId MACHINE = PersonId.machine("payments-ci");
    private static final String PULL = "grant pull payments/api sales ci-deployer for 7d because nightly build";

    private final DeskBench bench = new DeskBench(RULE, MACHINES);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void waitsForPeopleAlthoughItsRuleWouldApproveItOfAPerson() {
        // The account is known, or nothing would be low in risk.
        bench.applied("grant push payments/worker sales role2-1 for 7d");
        Request request = asked(PULL, "key-00001");
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(request.authority()).isEqualTo(Authority.APPROVAL);
        assertThat(bench.mailbox.cardStates(request.id())).containsExactly(RequestState.PENDING);

        assertThat(bench.approves(DeskBench.AMIR, request)).isInstanceOf(Answer.Approved.class);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.grant(request).requester()).isEqualTo(MACHINE);
        assertThat(privately()).isEmpty();

        Request persons = bench.asks(DeskBench.RITA, "grant pull payments/api sales nightly-build for 7d");
        assertThat(persons.authority()).isEqualTo(Authority.RULE);
        bench.work();
    }

    @Test
    void isForMachinesThatARuleNames() {
        assertThat(refusal(sends(PersonId.machine("other-ci"), PULL, MachineUse.ASK, "key-00001")))
                .isEqualTo(Code.REQUESTER_REFUSED);
        assertThat(refusal(sends(MACHINE, "grant pull team/tools sales ci-deployer", MachineUse.ASK, "key-00002")))
                .isEqualTo(Code.REQUESTER_REFUSED);
        assertThat(refusal(sends(PersonId.machine("nobody"), PULL, MachineUse.ASK, "key-00003")))
                .isEqualTo(Code.PERSON_REFUSED);
        assertThat(events(EventKind.ASK_REFUSED)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "breakglass pull payments/api sales ci-deployer because all is down",
                "grant instead pull payments/api sales ci-deployer",
                "grant pull payments/api,payments/worker sales ci-deployer",
                "end req-00000000",
                "undo req-00000000",
                "doctor",
                "history payments/api",
                "access @U0REQUESTER",
                "whoami"
            })
    void isNothingThatTakesEffectWithoutPeopleOrIsTheirBusiness(String line) {
        for (MachineUse as : MachineUse.values()) {
            assertThat(refusal(sends(MACHINE, line, as, "key-00001")))
                    .as(line)
                    .isIn(Code.MACHINE_REFUSED, Code.COMMAND_MALFORMED);
        }
        assertThat(events(EventKind.ASK_REFUSED))
                .hasSize(1)
                .allMatch(event -> event.actor().equals(Optional.of(MACHINE)));
    }

    @Test
    void isMadeOnceHoweverOftenItIsSent() {
        Request first = asked(PULL, "key-00001");
        assertThat(asked(PULL, "key-00001").id()).isEqualTo(first.id());
        bench.approves(DeskBench.AMIR, first);
        bench.work();
        Request again = asked(PULL, "key-00001");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(refusal(sends(
                        MACHINE, "grant pull payments/api sales ci-deployer for 8d", MachineUse.ASK, "key-00001")))
                .isEqualTo(Code.KEY_REUSED);
        assertThat(events(EventKind.ASKED)).hasSize(1);
    }

    @Test
    void isVoidOnceItsMachineIsConfiguredNoMore() {
        Request request = asked(PULL, "key-00001");
        bench.deliver();
        DeskAssembly without = bench.replica(DeskBench.config(RULE.replace(", machine:payments-ci", "")));
        Answer answer = without.desk()
                .click(new Click(DeskBench.asker(DeskBench.AMIR), request.id().value(), 1, Click.Kind.APPROVE));
        assertThat(refusal(answer)).isEqualTo(Code.PERSON_REFUSED);
        bench.denies(DeskBench.AMIR, request);
        bench.deliver();
        assertThat(privately()).isEmpty();
    }

    @Test
    void isNotWrittenOnceItsMachineIsConfiguredNoMore() {
        Request request = asked(PULL, "key-00001");
        bench.deliver();
        bench.approves(DeskBench.AMIR, request);
        // What was approved just now is written as it is, as it is of people.
        bench.clock.advance(Duration.ofMinutes(16));
        bench.replica(DeskBench.config(RULE.replace(", machine:payments-ci", "")))
                .applier()
                .apply(request.id());
        bench.deliver();
        assertThat(bench.now(request).stage().state()).isNotEqualTo(RequestState.APPLIED);
        assertThat(bench.policy("payments/api")).isEmpty();
    }

    @Test
    void toTakeAwayWhatItHoldsAlsoWaits() {
        Request given = asked(PULL, "key-00001");
        bench.approves(DeskBench.AMIR, given);
        bench.work();
        Request taken = asked("revoke pull payments/api sales ci-deployer", "key-00002");
        assertThat(taken.authority()).isEqualTo(Authority.APPROVAL);
        assertThat(bench.now(taken).stage().state()).isEqualTo(RequestState.PENDING);
        bench.deliver();
    }

    @Test
    void isTakenBackByItsMachineAlone() {
        Request request = asked(PULL, "key-00001");
        assertThat(refusal(sends(PersonId.machine("other-ci"), "cancel " + request.id(), MachineUse.ASK, "")))
                .isEqualTo(Code.CANCEL_REFUSED);
        assertThat(sends(MACHINE, "cancel " + request.id(), MachineUse.ASK, "")).isInstanceOf(Answer.Cancelled.class);
        assertThat(refusal(bench.approves(DeskBench.AMIR, request))).isEqualTo(Code.REQUEST_DECIDED);
        bench.deliver();
        Request persons = bench.asks(DeskBench.RITA, "grant push payments/api sales ci-deployer for 30d");
        assertThat(refusal(sends(MACHINE, "cancel " + persons.id(), MachineUse.ASK, "")))
                .isEqualTo(Code.CANCEL_REFUSED);
    }

    @Test
    void thatAPersonAskedForBeforeGoesOnAsTheMachinesOnceTheyTakeItBack() {
        Request persons = bench.asks(DeskBench.RITA, "grant push payments/api sales ci-deployer for 30d");
        Answer answer =
                sends(MACHINE, "grant push payments/api sales ci-deployer for 30d", MachineUse.ASK, "key-00001");
        assertThat(answer).isInstanceOf(Answer.WaitingAlready.class);
        bench.types(DeskBench.RITA, "cancel " + persons.id());
        bench.deliver();
        assertThat(bench.now(persons).maker()).contains(MACHINE);
        bench.approves(DeskBench.AMIR, persons);
        bench.work();
        assertThat(bench.grant(persons).requester()).isEqualTo(MACHINE);
        assertThat(privately()).isEmpty();
    }

    @Test
    void isShownToItsMachineAndNoOther() {
        Request request = asked(PULL, "key-00001");
        Request persons = bench.asks(DeskBench.RITA, "grant push payments/api sales ci-deployer for 30d");
        assertThat(sends(MACHINE, "show " + request.id(), MachineUse.RECORD, ""))
                .isInstanceOfSatisfying(
                        Answer.Found.class, found -> assertThat(found.finding()).isInstanceOf(Story.class));
        assertThat(refusal(sends(MACHINE, "show " + persons.id(), MachineUse.RECORD, "")))
                .isEqualTo(Code.REQUEST_NOT_FOUND);
        assertThat(refusal(sends(PersonId.machine("other-ci"), "show " + request.id(), MachineUse.RECORD, "")))
                .isEqualTo(Code.REQUEST_NOT_FOUND);
    }

    @Test
    void hasNoValueThatWouldDoWithoutPeople() {
        Request request = asked(PULL, "key-00001");
        assertThatThrownBy(() -> request.ask().orElseThrow().withoutApproval())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Approval(MACHINE, Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
        bench.deliver();
    }

    private List<Message.Private> privately() {
        return bench.mailbox.of(Message.Private.class).stream()
                .filter(message -> message.to().isMachine())
                .toList();
    }

    private Request asked(String line, String key) {
        Answer answer = sends(MACHINE, line, MachineUse.ASK, key);
        assertThat(answer).isInstanceOf(Answer.Filed.class);
        return ((Answer.Filed) answer).request();
    }

    private Answer sends(PersonId machine, String line, MachineUse as, String key) {
        Optional<RequestId> id = Optional.of(key)
                .filter(text -> !text.isEmpty())
                .map(text -> RequestId.derived(
                        new StringBuilder(text).reverse().toString().getBytes(StandardCharsets.UTF_8)));
        Instant asked = bench.clock.instant();
        Answer answer = bench.staff.desk().command(Asker.machine(machine, new Asker.Call(as, id)), line);
        bench.witness.answers(answer, asked, bench.clock.instant());
        return answer;
    }

    private static Code refusal(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).problem().code();
    }

    private List<Event> events(EventKind kind) {
        var found = new ArrayList<Event>();
        bench.ledger.record(books -> books.events().each(recorded -> found.add(recorded.event())));
        return found.stream().filter(event -> event.kind() == kind).toList();
    }
}
