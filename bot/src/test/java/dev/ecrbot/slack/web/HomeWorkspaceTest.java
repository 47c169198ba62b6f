package dev.ecrbot.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.Eventually;
import dev.ecrbot.slack.OpenHouse;
import dev.ecrbot.slack.intake.Persons;
import org.junit.jupiter.api.Test;

class HomeWorkspaceTest {
    private static final Person RITA = SampleWorkspace.REQUESTER;
    private static final String GENERAL = SampleWorkspace.GENERAL.id();

    /** Trap 4: Bolt makes an invalid token of a network blip, at the start and in the middle of a request. */
    @Test
    void outlivesABlipAtTheStart() {
        try (OpenHouse house = OpenHouse.http(SampleWorkspace.create())) {
            house.slack.faults().next("auth.test", 1, Fault.dropped());
            house.slack.faults().next("auth.test", 1, Fault.serverError());
            house.ready();
            house.slack.command(RITA, GENERAL, "help");
            house.told(RITA, "Heard");
            house.called("auth.test", 3);
        }
    }

    @Test
    void saysPlainlyThatTheTokenIsRefused() {
        try (OpenHouse house = OpenHouse.http(SampleWorkspace.create())) {
            house.slack.faults().always("auth.test", Fault.error("invalid_auth"));
            house.start();
            Eventually.is(
                    () -> house.door.trouble().orElse("").contains("Slack refuses SLACK_BOT_TOKEN (invalid_auth)"),
                    () -> house.door.trouble().toString());
            assertThat(house.door.connected()).isFalse();
            assertThat(house.slack.command(RITA, GENERAL, "help").body()).contains("ecr-bot is starting");
            assertThat(house.counter.commands).isEmpty();
        }
    }

    @Test
    void isTheOrganizationOnEnterpriseGrid() {
        try (OpenHouse house =
                OpenHouse.http(SampleWorkspace.create().inEnterprise("E0CORP")).ready()) {
            house.slack.command(RITA, GENERAL, "help");
            house.told(RITA, "Heard");
            assertThat(house.counter.commands.get(0).by().person()).hasToString("E0CORP/" + RITA.id());
        }
    }

    @Test
    void givesTheSamePersonTheSameIdWhereverTheyAre() {
        var grid = new Persons(new Identity("T0ONE", java.util.Optional.of("E0CORP"), "https://x.slack.com/"));
        var typed = grid.person("U0A", null, "T0TWO", "E0CORP");
        assertThat(grid.person("U0A", "T0ONE", "T0ONE", "E0CORP")).isEqualTo(typed);
        assertThat(grid.person("U0A", "T0TWO", "T0ONE", "E0CORP")).isEqualTo(typed);
        assertThat(grid.person("U0A", "E0CORP", "T0ONE", null)).isEqualTo(typed);
        assertThat(grid.person("U0A", "T0ELSE", "T0ELSE", "E0ELSE")).get().hasToString("T0ELSE/U0A");
        assertThat(grid.person(null, "T0ONE", "T0ONE", null)).isEmpty();
        assertThat(grid.person("<!channel>", "T0ONE", "T0ONE", null)).isEmpty();

        var single = new Persons(new Identity("T0ONE", java.util.Optional.empty(), "https://x.slack.com/"));
        assertThat(single.person("payments-ci", "machine", "machine", null))
                .as("no machine comes by way of Slack")
                .isEmpty();
        assertThat(single.person("U0A", "T0TWO", "T0ONE", "E0X")).get().hasToString("T0TWO/U0A");
    }
}
