package dev.ecrbot.config;

import java.net.URI;
import java.util.Optional;

/**
 * How the bot talks with Slack.
 *
 * @param port where HTTP mode listens; 0 for any free one
 * @param apiUrl what method names are appended to; ends with a slash
 * @param fallbackChannel the id of the channel for cards that their own channel can't show
 */
public record SlackSettings(Mode mode, int port, URI apiUrl, Optional<String> fallbackChannel) {
    static final SlackSettings DEFAULT =
            new SlackSettings(Mode.SOCKET, 3000, URI.create("https://slack.com/api/"), Optional.empty());
}
