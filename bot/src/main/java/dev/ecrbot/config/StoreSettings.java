package dev.ecrbot.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where requests and grants are kept.
 *
 * @param url a JDBC URL of H2 or PostgreSQL, without user and password
 * @param retention after how long a request that ended keeps its plan and the texts of policies no longer; empty if for good
 * @param backup how the embedded store is backed up while the bot runs; empty if it isn't
 * @param anchors the file in which the heads of the audit trail's chain are kept; empty if they aren't
 */
public record StoreSettings(
        String url, Optional<Duration> retention, Optional<Path> anchors, Optional<BackupSettings> backup) {
    public static final StoreSettings DEFAULT =
            new StoreSettings("jdbc:h2:file:./data/ecr-bot", Optional.empty(), Optional.empty(), Optional.empty());

    /** Returns whether it is a PostgreSQL server, which needs a user and a password. */
    public boolean postgres() {
        return url.startsWith("jdbc:postgresql:");
    }
}
