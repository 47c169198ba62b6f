package dev.ecrbot;

import dev.ecrbot.store.database.H2Backup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A backup of the embedded store, as a copy that is gone once it was read: to open a database is to write to it. */
final class Unpacked implements AutoCloseable {
    private final Path folder;
    private final String url;

    private Unpacked(Path folder, String url) {
        this.folder = folder;
        this.url = url;
    }

    /** @throws IOException if it can't be unpacked, or is no backup */
    static Unpacked of(Path zip) throws IOException {
        Path folder = Files.createTempDirectory("ecr-bot-backup");
        try {
            return new Unpacked(folder, H2Backup.unpacked(zip, folder));
        } catch (IOException e) {
            remove(folder);
            throw e;
        }
    }

    /** Returns the URL of the database. */
    String url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
