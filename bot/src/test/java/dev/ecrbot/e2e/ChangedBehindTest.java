package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody else changes the policy between the card and the click. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class ChangedBehindTest {
    private static final String THEIRS = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "by hand", "Effect": "Allow",
              "Principal": {"AWS": "arn:aws:iam::444444444444:root"}, "Action": "ecr:BatchGetImage"}]}
            """;

    private final TrialConfig config = TrialConfig.http();
    private final Office office = new Office(config);
    private int before;

    @BeforeEach
    void count() {
        before = office.writes();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void theCardComesAgainAndNeedsANewClick() {
        Message shown = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer for 7d");
        office.trial.ecr().setPolicy(SeedRegistry.west("payments/api"), THEIRS);
        String theirs = office.policy("payments/api");

        Message again = overtaken(shown);

        assertThat(again.ts()).isEqualTo(shown.ts());
        assertThat(again.shown()).contains("revision 2", "earlier approvals don't count", "+ ");
        assertThat(again.blocks()).isNotEqualTo(shown.blocks());
        assertThat(again.buttons()).hasSize(4);
        assertThat(office.policy("payments/api")).isEqualTo(theirs);
        Message call = office.slack.await(() -> office.slack.messages(Office.APPROVALS).stream()
                .filter(message -> message.threadTs().equals(Optional.of(shown.ts())))
                .filter(message -> !message.topLevel())
                .findFirst());
        assertThat(call.text()).contains("<@U0APPROVER1>", "<!subteam^S0OWNERS>", "revision 2");
        office.told(Office.RITA, Office.id(shown), "Somebody else changed", "nothing was written");

        Message refused = office.answer(Office.AMIR, () -> office.slack.click(Office.AMIR, shown, Office.APPROVE));
        assertThat(refused.shown()).contains("has been replaced", "revision 2", "decided nothing");
        refused = office.answer(Office.AMIR, () -> office.slack.click(Office.AMIR, shown, Office.DENY));
        assertThat(refused.shown()).contains("has been replaced", "decided nothing");
        assertThat(office.writes()).isEqualTo(before);
        assertThat(office.policy("payments/api")).isEqualTo(theirs);
        assertThat(office.slack.current(shown)).hasValue(again);

        office.approves(Office.AMIR, shown);
        Paper now = Paper.of(office.policy("payments/api"));
        assertThat(now.foreign()).isEqualTo(Paper.of(theirs).statements());
        assertThat(now.allowed("arn:aws:iam::222222222222:role/ci-deployer")).hasSize(3);
        assertThat(office.writes()).isEqualTo(before + 1);
        assertThat(new Records(config).events(Office.id(shown)))
                .extracting(Records.Entry::kind)
                .contains("REVISED", "DECISION_REFUSED", "APPLIED");
    }

    @Test
    void aStatementThatTheCardShowedAsStayingIsGone() {
        Message shown = office.asks(Office.RITA, "grant pull infra/gateway sales ci-deployer");
        office.trial.ecr().deletePolicy(SeedRegistry.west("infra/gateway"));

        Message again = overtaken(shown);

        assertThat(again.shown()).contains("revision 2");
        assertThat(office.policy("infra/gateway")).isEmpty();
        office.approves(Office.AMIR, shown);
        assertThat(Paper.of(office.policy("infra/gateway")).foreign()).isEmpty();
    }

    @Test
    void whatIsToBeRevokedHasGrown() {
        Message shown = office.asks(Office.RITA, "revoke all team/tools sales ecsInstanceRole");
        office.trial
                .ecr()
                .setPolicy(
                        SeedRegistry.west("team/tools"),
                        office.policy("team/tools").replace("ecr:PutImage", "ecr:DescribeImages"));
        String theirs = office.policy("team/tools");

        Message again = overtaken(shown);

        assertThat(shown.shown()).doesNotContain("DescribeImages");
        assertThat(again.shown()).contains("DescribeImages");
        assertThat(office.policy("team/tools")).isEqualTo(theirs);
        office.clicks(Office.AMIR, shown, Office.DENY);
        office.until(shown, now -> now.shown().startsWith("⛔ Denied"));
        assertThat(office.policy("team/tools")).isEqualTo(theirs);
    }

    /** What two have approved was another change than the one they would now get. */
    @Test
    void approvalsGivenBeforeAreVoid() {
        Message shown = office.asks(Office.RITA, "grant push web/frontend data notebook");
        office.clicks(Office.AMIR, shown, Office.APPROVE);
        office.until(shown, now -> now.shown().contains("1 of 2"));
        office.trial.ecr().setPolicy(SeedRegistry.west("web/frontend"), THEIRS);
        office.clicks(Office.OLGA, shown, Office.APPROVE);
        Message again = office.until(
                shown,
                now -> now.shown().contains("revision 2") && !now.buttons().isEmpty());

        assertThat(again.shown()).contains("0 of 2");
        assertThat(office.writes()).isEqualTo(before);
        office.clicks(Office.OLGA, again, Office.APPROVE);
        office.until(
                shown, now -> now.shown().contains("1 of 2") && !now.buttons().isEmpty());
        assertThat(office.writes()).isEqualTo(before);
        office.approves(Office.AMIR, shown);
        assertThat(office.writes()).isEqualTo(before + 1);
    }

    /** Approves, and waits until the card has come again instead. */
    private Message overtaken(Message card) {
        office.clicks(Office.AMIR, card, Office.APPROVE);
        Message again = office.until(card, now -> now.shown().startsWith("⏳ Waiting again"));
        assertThat(office.writes()).isEqualTo(before);
        return again;
    }
}
