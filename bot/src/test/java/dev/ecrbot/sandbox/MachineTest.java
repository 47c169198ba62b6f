package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.time.Tempo;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bot that is killed within this process, and started again. */
@Tag("full")
class MachineTest {
    private final Machine machine = new Machine(
            TrialConfig.http().withRules(SandboxRules.ALL), new MovableClock(Clock.systemUTC()), new Tempo(10));
    private final LocalSlack slack = machine.trial().slack();

    @AfterEach
    void stop() {
        machine.close();
    }

    private Message card(String words) {
        return slack.await(() -> slack.messages(SampleWorkspace.APPROVALS.id()).stream()
                .filter(each -> each.shown().contains(words))
                .findFirst());
    }

    @Test
    void whatAKillLeavesHalfDoneIsSettledByTheNextStart() {
        slack.command(
                SampleWorkspace.REQUESTER,
                SampleWorkspace.GENERAL.id(),
                "grant pull payments/api sales ci-deployer for 7d");
        Message waiting = card("Waiting for approval");
        var gate = new Gate();
        machine.trial()
                .ecr()
                .traffic()
                .fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.hold(gate, Fault.When.AFTER));
        slack.click(SampleWorkspace.APPROVER, waiting, "request.approve");
        gate.awaitArrival();

        machine.kill();

        assertThat(machine.life()).isEqualTo(Machine.Life.KILLED);
        assertThat(machine.trial().ecr().policy(SeedRegistry.west("payments/api")))
                .isPresent();
        long records = machine.store().newest(1).get(0).number();
        int calls = slack.calls().size();
        gate.release();
        assertThat(slack.command(SampleWorkspace.REQUESTER, SampleWorkspace.GENERAL.id(), "help")
                        .acknowledged())
                .isFalse();

        machine.startAgain();

        assertThat(machine.life()).isEqualTo(Machine.Life.RUNNING);
        Message settled = card("Applied, active");
        assertThat(settled.ts()).isEqualTo(waiting.ts());
        assertThat(machine.store().newest(100).stream().filter(each -> each.number() > records))
                .anyMatch(each -> each.kind().equals("APPLIED"));
        assertThat(slack.calls()).hasSizeGreaterThan(calls);
        assertThat(machine.trial().attestation().falsehoodsAtLast()).isEmpty();
        assertThat(machine.trial().ecr().history(SeedRegistry.west("payments/api")))
                .hasSize(1);
    }

    @Test
    void killingADeadOneAndStartingALivingOneChangesNothing() {
        machine.startAgain();
        assertThat(machine.life()).isEqualTo(Machine.Life.RUNNING);
        machine.kill();
        machine.kill();
        assertThat(machine.life()).isEqualTo(Machine.Life.KILLED);
    }
}
