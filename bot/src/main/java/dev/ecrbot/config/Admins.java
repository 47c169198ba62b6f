package dev.ecrbot.config;

import dev.ecrbot.rules.People;
import java.util.Optional;

/**
 * Those who look after the bot itself. What they may do changes nobody's access.
 *
 * @param channel told what is to mend about the bot's set-up; empty if only the log and the health page are
 */
public record Admins(People who, Optional<String> channel) {}
