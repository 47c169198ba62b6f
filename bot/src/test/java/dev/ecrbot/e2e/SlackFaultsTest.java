package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault.When;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.sandbox.slack.ApiCall;
import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.Message;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Slack throttles, fails, or is away: what it has to be told arrives afterwards, in order and once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class SlackFaultsTest {
    private static final String UNSEEN = """
              - name: where-the-bot-is-not
                repositories: ["mobile/*"]
                access: [pull]
                to: [sales]
                requesters: [anyone]
                approvers: [U0APPROVER1]
                channel: C0BOTLESS
            """;

    private final Office office = new Office(TrialConfig.http().withRules(UNSEEN + TrialConfig.RULES));

    private final Taken taken = new Taken(office);

    @AfterEach
    void mend() {
        office.slack.faults().clear();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void theCardIsPostedOnceSlackTakesItAndNotBefore() {
        Duration pause = Duration.ofSeconds(1);
        office.slack.faults().next("chat.postMessage", 1, Fault.rateLimited(pause));
        office.slack.faults().next("chat.postMessage", 1, Fault.serverError());

        Message card = office.asks(Office.RITA, "grant pull data/etl sales ci-deployer because of card");

        office.told(Office.RITA, Office.id(card));
        assertThat(taken.cardsOf(card)).isEqualTo(1);
        List<ApiCall> posts = calls("chat.postMessage", call -> Taken.text(call).contains("data/etl"));
        assertThat(posts).extracting(ApiCall::outcome).containsExactly("429", "500", "ok");
        assertThat(Duration.between(posts.get(0).at(), posts.get(1).at())).isGreaterThanOrEqualTo(pause);
    }

    @Test
    void whatSlackFailsToTakeDuringTheApplyIsBroughtAgain() {
        Message card = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer");
        Gate written = approvedAndHeld(card);
        office.slack.faults().next("chat.update", 1, Fault.rateLimited(Duration.ofSeconds(1)));
        office.slack.faults().next("chat.update", 1, Fault.answerLost());
        office.slack.faults().next("conversations.open", 1, Fault.serverError());
        written.release();

        office.until(card, now -> now.shown().contains("Applied"));

        office.written(Office.RITA, "docker pull", "payments/api:");
        taken.inOrderAndOnce(card, "payments/api:");
    }

    @Test
    void whatHappensWhileSlackIsAwayIsToldWhenItIsBack() {
        Message first = office.asks(Office.RITA, "grant pull payments/worker sales ci-deployer");
        Message second = office.asks(Office.RITA, "grant pull team/tools finance report-runner");
        Gate firstWritten = approvedAndHeld(first);
        Gate secondWritten = approvedAndHeld(second);
        office.slack.faults().down();
        int before = office.slack.calls().size();
        firstWritten.release();
        secondWritten.release();
        office.slack.await(() -> office.slack.calls().stream()
                .skip(before)
                .filter(call ->
                        Taken.text(call).contains("Applied") && Taken.text(call).contains(Office.id(second)))
                .findFirst());
        assertThat(office.policy("payments/worker")).contains("iam::222222222222:role/ci-deployer");
        assertThat(office.slack.current(first).orElseThrow().shown()).doesNotContain("Applied");

        office.slack.faults().clear();

        office.written(Office.RITA, "docker pull", "payments/worker:");
        office.written(Office.RITA, "docker pull", "team/tools:");
        taken.inOrderAndOnce(first, "payments/worker:");
        taken.inOrderAndOnce(second, "team/tools:");
    }

    @Test
    void aCardThatNobodyCanSeeFailsAndTheRequesterLearnsWhatToDo() {
        office.types(Office.RITA, "grant pull mobile/backend sales ci-deployer");

        Message told = office.written(Office.RITA, "mobile/backend", "not_in_channel");

        assertThat(told.shown()).contains("failed", "invite", "ask again");
        office.types(Office.RITA, "requests pending");
        office.told(Office.RITA, "for a decision");
        assertThat(office.slack.ephemerals(Office.RITA))
                .noneMatch(message -> message.shown().contains(Office.id(told)));
        assertThat(office.policy("mobile/backend")).doesNotContain("iam::222222222222:role/ci-deployer");
    }

    /** Approves, and holds the answer to the write until the gate opens; the card has been told of the approval by then. */
    private Gate approvedAndHeld(Message card) {
        Gate written = new Gate();
        office.trial
                .ecr()
                .traffic()
                .fault(ApiOperation.SET_REPOSITORY_POLICY, 1, dev.ecrbot.sandbox.ecr.Fault.hold(written, When.AFTER));
        office.clicks(Office.AMIR, card, Office.APPROVE);
        written.awaitArrival();
        office.until(card, now -> now.shown().contains("applying"));
        return written;
    }

    private List<ApiCall> calls(String method, Predicate<ApiCall> which) {
        return office.slack.calls(method).stream().filter(which).toList();
    }
}
