package dev.ecrbot;

import dev.ecrbot.config.reader.ConfigCopy;
import java.nio.file.Path;

/**
 * Where a bot's configuration comes from.
 *
 * @param copy what the file, and those that it includes, held when it was read
 */
public record ConfigFile(Path path, ConfigCopy copy) {}
