package dev.ecrbot.config;

import dev.ecrbot.http.Address;
import java.net.URI;
import java.util.Optional;

/**
 * How the bot talks with Slack.
 *
 * @param address where HTTP mode listens
 * @param apiUrl what method names are appended to; ends with a slash
 * @param command what the slash command is called
 * @param fallbackChannel the id of the channel for cards that their own channel can't show
 */
public record SlackSettings(Mode mode, Address address, URI apiUrl, String command, Optional<String> fallbackChannel) {
    private static final String COMMAND = "/ecr";

    public static final SlackSettings DEFAULT = new SlackSettings(
            Mode.SOCKET, new Address(Optional.empty(), 3000), URI.create("https://slack.com/api/"), Optional.empty());

    /** Settings under which the slash command has its usual name. */
    public SlackSettings(Mode mode, Address address, URI apiUrl, Optional<String> fallbackChannel) {
        this(mode, address, apiUrl, COMMAND, fallbackChannel);
    }
}
