package dev.ecrbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same command, as it arrives from different keyboards and through Slack. */
class SlackTypingTest {
    private static final String MEANT =
            "grant pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:latest sales ci--deployer for 7d because it's urgent";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant pull <http://111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:latest|111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:latest> sales ci--deployer for 7d because it's urgent",
                "grant pull <https://111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:latest> sales ci—deployer for 7d because it's urgent",
                "Grant pull \u00A0<https://111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:latest|here> sales ci—deployer for 7d because it's urgent",
                "`grant pull payments/api <tel:222222222222|222222222222> ci--deployer for 7d because it's urgent`",
                "grant `pull` “payments/api” ‘sales’ ci--deployer\nfor\t7d because\n\nit's   urgent \u200B",
                "/ecr grant pull \u2066payments/api\u2069 2222–2222–2222 role/ci--deployer for 7\u202Fdays because it's urgent",
            })
    void meansTheSame(String arrived) {
        assertThat(Here.understood(Here.PARSER, arrived)).isEqualTo(Here.understood(Here.PARSER, MEANT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant pull payments/api arn:aws:sts::222222222222:assumed-role/Dev/bob@sales.example",
                "grant pull payments/api arn:aws:sts::222222222222:assumed-role/Dev/<mailto:bob@sales.example|bob@sales.example>",
            })
    void keepsMailAddressesInSessions(String arrived) {
        assertThat(Here.understood(Here.PARSER, arrived).text()).endsWith(":assumed-role/Dev/bob@sales.example");
    }
}
