package dev.ecrbot.sandbox.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;

/** The real SDK, pointed at a local Slack. */
final class SlackClient {

    private SlackClient() {}

    static Slack of(LocalSlack local) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(local.apiUrl().toString());
        // It would take a proxy from the environment, and has no exceptions for this machine.
        config.setProxyUrl(null);
        return Slack.getInstance(config);
    }

    static MethodsClient methods(LocalSlack local) {
        return of(local).methods(local.botToken());
    }
}
