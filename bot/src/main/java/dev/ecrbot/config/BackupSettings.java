package dev.ecrbot.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the embedded store is backed up while the bot runs.
 *
 * @param every how old the newest backup gets before there is another one
 * @param keep how many of them are kept
 */
public record BackupSettings(Path folder, Duration every, int keep) {
    static final Duration EVERY = Duration.ofDays(1);
    static final int KEEP = 7;

    /** Backups as often, and as many, as nobody says otherwise. */
    public BackupSettings(Path folder) {
        this(folder, EVERY, KEEP);
    }
}
