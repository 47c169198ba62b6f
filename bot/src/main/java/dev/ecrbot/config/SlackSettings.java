package dev.ecrbot.config;

import java.net.URI;

/**
 * How the bot talks with Slack.
 *
 * @param port where HTTP mode listens; 0 for any free one
 * @param apiUrl what method names are appended to; ends with a slash
 */
public record SlackSettings(Mode mode, int port, URI apiUrl) {
    static final SlackSettings DEFAULT = new SlackSettings(Mode.SOCKET, 3000, URI.create("https://slack.com/api/"));
}
