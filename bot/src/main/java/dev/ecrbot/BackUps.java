package dev.ecrbot;

import dev.ecrbot.config.BackupSettings;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.store.StoreLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backs the embedded store up beside the bot's work, as often as the newest backup is old enough, and keeps some of them. */
final class BackUps {
    private static final Logger LOG = LoggerFactory.getLogger(BackUps.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'ecr-bot-'uuuuMMdd'T'HHmmss'Z.zip'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern OURS = Pattern.compile("ecr-bot-\\d{8}T\\d{6}Z\\.zip");

    private final StoreLedger ledger;
    private final BackupSettings settings;
    private final Clock clock;
    private final Instant began;

    BackUps(StoreLedger ledger, BackupSettings settings, Clock clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
        this.began = clock.instant();
    }

    Chore chore() {
        return new Chore("back-up-store", LOOK_EVERY, this::look);
    }

    /** Makes a backup if the newest is old enough, and lets go of those that are too many. */
    void look() {
        try {
            Files.createDirectories(settings.folder());
            Instant now = clock.instant();
            if (newest().filter(time -> time.plus(settings.every()).isAfter(now))
                    .isEmpty()) {
                Path zip = settings.folder().resolve(NAME.format(now));
                ledger.backUp(zip);
                LOG.info("The store is backed up in {}", zip);
                letGo();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the store can't be backed up in " + settings.folder(), e);
        }
    }

    /** Returns what is wrong with the backups, for the health page; empty if nothing is. */
    Optional<String> trouble() {
        Optional<Instant> newest;
        try {
            newest = newest();
        } catch (IOException e) {
            return Optional.of(HealthWords.folderUnreadable());
        }
        return newest.orElse(began).plus(settings.every().multipliedBy(2)).isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of(newest.map(HealthWords::oldBackup).orElseGet(() -> HealthWords.noBackup(began)));
    }

    private Optional<Instant> newest() throws IOException {
        List<Path> all = all();
        return all.isEmpty() ? Optional.empty() : time(all.get(all.size() - 1));
    }

    private void letGo() throws IOException {
        List<Path> all = all();
        for (Path old : all.subList(0, Math.max(0, all.size() - settings.keep()))) {
            Files.deleteIfExists(old);
        }
    }

    /** Returns the backups, oldest first; what else is in the folder is none of the bot's business. */
    private List<Path> all() throws IOException {
        if (!Files.isDirectory(settings.folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(settings.folder())) {
            return files.filter(
                            file -> OURS.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Instant> time(Path file) {
        try {
            return Optional.of(NAME.parse(file.getFileName().toString(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
