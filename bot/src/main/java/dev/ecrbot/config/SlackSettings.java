package dev.ecrbot.config;

import dev.ecrbot.http.Address;
import java.net.URI;
import java.util.Optional;

/**
 * How the bot talks with Slack.
 *
 * @param address where HTTP mode listens
 * @param apiUrl what method names are appended to; ends with a slash
 * @param fallbackChannel the id of the channel for cards that their own channel can't show
 */
public record SlackSettings(Mode mode, Address address, URI apiUrl, Optional<String> fallbackChannel) {
    public static final SlackSettings DEFAULT = new SlackSettings(
            Mode.SOCKET, new Address(Optional.empty(), 3000), URI.create("https://slack.com/api/"), Optional.empty());
}
