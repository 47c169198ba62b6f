package dev.ecrbot;

import dev.ecrbot.sandbox.slack.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What can be wrong with the app and its tokens. */
final class FlawsOfSlack {
    private FlawsOfSlack() {}

    static List<Flaw> all() {
        return List.of(
                new Flaw(
                        "another app's token",
                        setup -> setup.environment.put("SLACK_BOT_TOKEN", "xoxb-1-2-3"),
                        "slack.token",
                        "invalid_auth"),
                answers(
                        "a token that was revoked",
                        "auth.test",
                        "token_revoked",
                        "slack.token",
                        "install the app again"),
                answers(
                        "a workspace that is closed",
                        "auth.test",
                        "account_inactive",
                        "slack.token",
                        "account_inactive"),
                answers(
                        "a message that Slack doesn't take any more",
                        "blocks.validate",
                        "invalid_blocks",
                        "slack.messages",
                        "Slack has changed"),
                new Flaw("Slack is away", setup -> setup.slack.faults().down(), "slack.token", "network"),
                new Flaw(
                        "Slack answers 500",
                        setup -> setup.slack.faults().always("auth.test", Fault.serverError()),
                        "slack.token",
                        "500"),
                scope("commands"),
                scope("chat:write"),
                scope("files:write"),
                scope("im:write"),
                scope("users:read"),
                scope("usergroups:read"),
                new Flaw(
                        "a wrong app token",
                        setup -> {
                            setup.config = setup.config.bySocket();
                            setup.environment.put("SLACK_APP_TOKEN", "xapp-1-2-3");
                        },
                        "slack.socket",
                        "connections:write"),
                new Flaw(
                        "a clock that is six minutes late",
                        setup -> setup.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6)),
                        "clock",
                        "NTP"));
    }

    private static Flaw answers(String name, String method, String error, String check, String words) {
        return new Flaw(name, setup -> setup.slack.faults().always(method, Fault.error(error)), check, words);
    }

    private static Flaw scope(String scope) {
        return new Flaw("without " + scope, setup -> setup.slack.scopes().withdraw(scope), "slack.scopes", scope);
    }
}
