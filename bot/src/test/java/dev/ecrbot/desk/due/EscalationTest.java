package dev.ecrbot.desk.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.Sweep;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.Called;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.Escalated;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.rules.People;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deputies are called about what nobody decides on. */
final class EscalationTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final People AMIR = new People(false, Set.of("U0APPROVER1"), Set.of());
    private static final People OWNERS = new People(false, Set.of(), Set.of("S0OWNERS"));

    private DeskBench bench = bench("escalate: {to: [S0OWNERS], after: 45m}");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void deputiesAreCalledOnceNobodyHasDecidedForAWhile() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        assertThat(lastCard().called().now()).contains(AMIR);

        pass(Duration.ofMinutes(44));
        assertThat(calls()).isEmpty();
        pass(Duration.ofMinutes(1));

        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.deputies()).isEqualTo(OWNERS);
            assertThat(call.until()).isEqualTo(request.createdAt().plus(Duration.ofHours(8)));
        });
        assertThat(lastCard().called().now()).contains(AMIR.and(OWNERS));
        assertThat(lastCard().called().deputies().map(Called.Deputies::called)).contains(true);
        pass(Duration.ofHours(7));
        assertThat(calls()).hasSize(1);
        assertThat(bench.events(request))
                .filteredOn(EventKind.ESCALATED::equals)
                .hasSize(1);
    }

    @Test
    void aGroupIsMentionedOnceAboutTheSamePlan() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        for (int minute = 0; minute < 470; minute += 5) {
            pass(Duration.ofMinutes(5));
        }
        assertThat(bench.mailbox.of(Message.Reminder.class))
                .isNotEmpty()
                .allSatisfy(reminder -> assertThat(reminder.missing()).isEqualTo(AMIR));
        assertThat(calls()).hasSize(1);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void whereOnlyAGroupIsCalledFirstNobodyIsReminded() {
        bench.close();
        bench = bench("escalate: {to: [U0APPROVER1], after: 3h}");
        Request request = bench.asks(DeskBench.RITA, PULL);
        assertThat(lastCard().called().now()).contains(OWNERS);
        pass(Duration.ofMinutes(130));
        assertThat(bench.mailbox.of(Message.Reminder.class)).isEmpty();
        assertThat(bench.events(request)).doesNotContain(EventKind.REMINDED);
        pass(Duration.ofMinutes(50));
        assertThat(calls()).extracting(Escalated::deputies).containsExactly(AMIR);
    }

    @Test
    void deputiesMayDecideBeforeTheyAreCalled() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        assertThat(bench.approves(DeskBench.OLGA, request)).isInstanceOf(Answer.Approved.class);
        bench.work();
        pass(Duration.ofHours(2));
        assertThat(calls()).isEmpty();
    }

    @Test
    void whoIsCalledMayDecideNoMoreThanBefore() {
        bench.close();
        bench = new DeskBench(DeskBench.RULES.replace(
                "channel: C0APPROVALS", "channel: C0APPROVALS\n    escalate: {to: [U0BYSTANDER], after: 45m}"));
        Request request = bench.asks(DeskBench.RITA, PULL);
        pass(Duration.ofMinutes(45));
        assertThat(calls()).hasSize(1);
        assertThat(bench.approves(DeskBench.BEN, request)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void nobodyIsCalledAboutWhatWasDecidedMeanwhile() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.mailbox.trouble(message -> message instanceof Escalated
                ? Optional.of(new Courier.Delivery.Later(Duration.ofMinutes(1), "Slack is down"))
                : Optional.empty());
        pass(Duration.ofMinutes(45));
        bench.mailbox.trouble(message -> Optional.empty());
        bench.denies(DeskBench.AMIR, request);
        pass(Duration.ofMinutes(2));
        assertThat(calls()).isEmpty();
    }

    @Test
    void theTimeIsCountedInTheHoursOfTheRule() {
        bench.close();
        bench = bench("escalate: {to: [S0OWNERS], after: 2h}\n    request_timeout: 5d\n"
                + "    hours: {days: [mon, fri], from: \"08:00\", to: \"18:00\", zone: Europe/Berlin}");
        bench.asks(DeskBench.RITA, PULL);
        Instant due = Instant.parse("2026-11-23T09:00:00Z");
        assertThat(lastCard().called().deputies().map(Called.Deputies::at)).contains(due);
        pass(Duration.between(bench.clock.instant(), due.minusSeconds(1)));
        assertThat(calls()).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aNewPlanCallsWhoWasCalledAndTheDeputiesOnce() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        pass(Duration.ofMinutes(30));
        changed(request);
        assertThat(bench.mailbox.of(Message.ApproversCalled.class))
                .extracting(call -> call.called().now().orElseThrow())
                .containsExactly(AMIR);
        pass(Duration.ofMinutes(44));
        assertThat(calls()).isEmpty();
        pass(Duration.ofMinutes(1));
        assertThat(calls()).hasSize(1);
    }

    @Test
    void whatWasAskedForAtOnceCallsOnce() {
        bench.asks(DeskBench.RITA, "grant pull payments/api,payments/worker sales ci-deployer");
        pass(Duration.ofMinutes(45));
        assertThat(calls()).hasSize(1);
        List<BundleCard> cards = bench.mailbox.of(BundleCard.class);
        assertThat(cards.get(0).called().now()).contains(AMIR);
        assertThat(cards.get(cards.size() - 1).called().now()).contains(AMIR.and(OWNERS));
    }

    @Test
    void aRuleThatGetsDeputiesWhileRequestsWaitCallsThem() {
        bench.close();
        bench = new DeskBench();
        bench.asks(DeskBench.RITA, PULL);
        pass(Duration.ofHours(3));
        var changed = bench.replica(DeskBench.config(rules("escalate: {to: [S0OWNERS], after: 4h}")));
        for (int hours = 0; hours < 2; hours++) {
            bench.clock.advance(Duration.ofHours(1));
            Sweep.once(changed);
            changed.postman().deliverDue();
        }
        assertThat(calls()).hasSize(1);
    }

    private void changed(Request request) {
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), """
                {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"Allow",
                "Principal":{"AWS":"arn:aws:iam::333333333333:root"},"Action":"ecr:BatchGetImage"}]}""");
        bench.approves(DeskBench.AMIR, request);
        bench.work();
    }

    private static DeskBench bench(String keys) {
        return new DeskBench(rules(keys));
    }

    private static String rules(String keys) {
        return DeskBench.RULES.replace("channel: C0APPROVALS", "channel: C0APPROVALS\n    " + keys);
    }

    private void pass(Duration time) {
        bench.clock.advance(time);
        bench.sweep();
    }

    private Message.Card lastCard() {
        List<Message.Card> cards = bench.mailbox.of(Message.Card.class);
        return cards.get(cards.size() - 1);
    }

    private List<Escalated> calls() {
        return bench.mailbox.of(Escalated.class);
    }
}
