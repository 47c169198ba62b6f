package dev.ecrbot.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether those whom a rule calls late may decide is told by Slack's groups alone. */
final class EscalationCheckupTest {
    private final LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void whoIsListedOrInAListedGroupIsFine() {
        assertThat(look("[U0APPROVER1, S0OWNERS]", "[S0OWNERS]")).isEmpty();
        assertThat(look("[U0APPROVER1, S0OWNERS]", "[U0APPROVER2]"))
                .singleElement()
                .satisfies(found -> assertThat(found.outcome()).isInstanceOf(Examined.Fine.class));
        assertThat(look("[U0APPROVER1, U0APPROVER2]", "[S0OWNERS]"))
                .singleElement()
                .satisfies(found -> assertThat(found.outcome()).isInstanceOf(Examined.Fine.class));
    }

    @Test
    void whoMayNotDecideIsToldWithWhatToDo() {
        assertThat(look("[U0APPROVER1, S0OWNERS]", "[U0BYSTANDER]"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.isWrong()).isTrue();
                    assertThat(found.outcome().toString())
                            .contains("may not decide: U0BYSTANDER.", "take them out of escalate");
                });
    }

    @Test
    void whatSlackDoesntSayIsNotChecked() {
        slack.faults().always("usergroups.list", Fault.error("fatal_error"));
        assertThat(look("[U0APPROVER1, S0OWNERS]", "[U0APPROVER2]"))
                .singleElement()
                .satisfies(found -> assertThat(found.outcome()).isInstanceOf(Examined.Unchecked.class));
    }

    private List<Examined> look(String approvers, String to) {
        var config = DeskBench.config("""
                  - name: payments
                    repositories: ["*"]
                    access: [pull]
                    to: ["*"]
                    requesters: [anyone]
                    approvers: %s
                    channel: C0APPROVALS
                    escalate: {to: %s, after: 2h}
                """.formatted(approvers, to));
        return new SlackCheckup(slack.apiUrl(), slack.botToken(), Optional.empty(), Clock.systemUTC())
                .look(config).stream()
                        .filter(found -> found.check().equals("slack.escalation"))
                        .toList();
    }
}
