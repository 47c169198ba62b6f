package dev.ecrbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.http.Address;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which machines a configuration names, and what rules may do with them. */
final class MachinesTest {
    private static final String MACHINES = """
            machines:
              port: 8091
              audience: https://ecr-bot.example.com
              identities:
                payments-ci:
                  oidc: {issuer: "https://token.example.com", subjects: ["repo:acme/payments", "repo:acme/web"]}
                  questions: true
                  audit: true
                deployer: {iam: "arn:aws:iam::222222222222:role/teams/ci", limits: {asks_per_day: 5}}
            """;
    private static final ConfigText NAMED = ConfigText.LEAST
            .with("requesters: [anyone]", "requesters: [anyone, machine:payments-ci]")
            .and(MACHINES);

    @Test
    void thereIsNoDoorUnlessTheFileSaysSo() {
        assertThat(ConfigText.LEAST.valid().machines()).isEmpty();
    }

    @Test
    void machinesAreReadWithWhatProvesThem() {
        BotConfig config = NAMED.valid();
        MachineSettings machines = config.machines().orElseThrow();
        assertThat(machines.address()).isEqualTo(new Address(Optional.of("127.0.0.1"), 8091));
        assertThat(machines.identities()).containsOnlyKeys("payments-ci", "deployer");
        assertThat(machines.find(PersonId.machine("payments-ci")))
                .hasValueSatisfying(machine ->
                        assertThat(machine.questions() && machine.audit()).isTrue());
        assertThat(machines.identities().get("deployer").limits()).isEqualTo(new MachineLimits(10, 5, 120));
        assertThat(machines.identities().get("deployer").caller().orElseThrow().name())
                .isEqualTo("ci");
        assertThat(config.rules().all().get(0).requesters().machines()).containsExactly("payments-ci");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "approvers: [U0APPROVER1];approvers: [U0APPROVER1, machine:payments-ci];machines ask and look, and decide nothing",
                "machine:payments-ci];machine:other];names machine:other, and machines.identities doesn't have it",
                "machine:payments-ci];machine:Payments];a name begins with a lower-case letter",
                "port: 8091;port: 8080;this one is taken",
                "https://token.example.com;http://token.example.com;has to begin with https",
                "repo:acme/web;repo:acme/*;letter for letter",
                "repo:acme/web;repo:acme/payments;proves that somebody is payments-ci already",
                "role/teams/ci;group/ci;takes the ARN of a role or a user",
                "audience: https://ecr-bot.example.com;audience: x;takes what only proofs for this bot",
                "deployer: {iam;Deployer: {iam;a name begins with a lower-case letter",
                "asks_per_day: 5;asks_per_day: 0;takes a whole number"
            })
    void mistakesAreTold(String right, String wrong, String told) {
        assertThat(NAMED.with(right, wrong).mistakes())
                .extracting(Mistake::toString)
                .anySatisfy(mistake -> assertThat(mistake).contains(told));
    }

    @Test
    void aRuleNamesNoMachineWhereThereAreNone() {
        assertThat(ConfigText.LEAST
                        .with("requesters: [anyone]", "requesters: [machine:payments-ci]")
                        .mistakes())
                .extracting(Mistake::text)
                .containsExactly(
                        "rule payments-pull names machine:payments-ci, and machines.identities doesn't have it");
    }

    @Test
    void whichMachinesThereAreCountsAtOnceAndWhereTheDoorIsAfterARestart() {
        BotConfig running = NAMED.valid();
        BotConfig next = NAMED.with("port: 8091", "port: 8092")
                .with("deployer:", "other:")
                .valid();
        Succession succession = Succession.of(running, next);
        assertThat(succession.waiting()).containsExactly("machines");
        MachineSettings machines = succession.config().machines().orElseThrow();
        assertThat(machines.address().port()).isEqualTo(8091);
        assertThat(machines.identities()).containsOnlyKeys("payments-ci", "other");
    }
}
