package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is notified of what waits, and when. */
@Tag("whole")
final class CalledTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final String OWNERS = "<!subteam^S0OWNERS>";
    private static final String AMIR = "<@U0APPROVER1>";

    // A sunday.
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private Office office;

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void remindersComeInTheHoursOfTheRule() {
        open("request_timeout: 3d\n    hours: {days: [mon, fri], from: \"08:00\", to: \"18:00\", zone: Europe/Berlin}");
        Message card = office.asks(Office.RITA, PULL);
        clock.advance(Duration.ofHours(12));
        // Something else that comes by itself shows that the bot has looked.
        office.answer(Office.RITA, () -> office.types(Office.RITA, "requests"));
        assertThat(replies(card)).isEmpty();

        clock.advance(Duration.ofHours(10));

        assertThat(reply(card).shown()).contains(OWNERS, AMIR, "still waits for your decision");
    }

    @Test
    void deputiesAreMentionedLate() {
        open("escalate: {to: [S0OWNERS], after: 2h}");
        Message card = office.asks(Office.RITA, PULL);
        assertThat(card.text() + card.shown())
                .contains(AMIR, "more of the rule's approvers are called")
                .doesNotContain(OWNERS);

        clock.advance(Duration.ofHours(2));

        assertThat(reply(card).shown())
                .contains(OWNERS, "nobody has decided on " + Office.id(card))
                .doesNotContain(AMIR);
        office.until(card, now -> now.shown().contains("Called late, since nobody had decided: " + OWNERS));
        office.approves(Office.OLGA, card);
        Message story = office.answer(Office.RITA, () -> office.types(Office.RITA, "show " + Office.id(card)));
        assertThat(story.shown()).contains("nobody had decided, so more approvers were called");
    }

    @Test
    void whoIsToldWithoutAPingStandsInAnEditOnly() {
        open("notify: {who: [S0OWNERS, U0BYSTANDER], ping: false}", "[U0APPROVER1]");
        Message card = office.asks(Office.RITA, PULL);

        Message now = office.until(card, edited -> edited.shown().contains("For information: " + OWNERS));

        assertThat(now.edits()).isNotEmpty();
        assertThat(office.slack.calls("chat.postMessage"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.toString()).doesNotContain("S0OWNERS", "U0BYSTANDER"));
        office.approves(Office.AMIR, card);
        assertThat(office.slack.calls("chat.postMessage"))
                .allSatisfy(call -> assertThat(call.toString()).doesNotContain("S0OWNERS", "U0BYSTANDER"));
    }

    private void open(String keys) {
        open(keys, "[U0APPROVER1, S0OWNERS]");
    }

    private void open(String keys, String approvers) {
        String rules = TrialConfig.RULES
                .replace("[U0APPROVER1, S0OWNERS]", approvers)
                .replace("approvals: 2", "approvals: 1")
                .replace("channel: C0APPROVALS", "channel: C0APPROVALS\n    " + keys);
        office = new Office(TrialConfig.http().withRules(rules), clock);
    }

    private Message reply(Message card) {
        return office.slack.await(() -> replies(card).stream().findFirst());
    }

    private List<Message> replies(Message card) {
        return office.slack.messages(Office.APPROVALS).stream()
                .filter(message -> message.threadTs().filter(card.ts()::equals).isPresent()
                        && !message.ts().equals(card.ts()))
                .toList();
    }
}
