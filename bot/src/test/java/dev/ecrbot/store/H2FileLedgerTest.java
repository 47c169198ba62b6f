package dev.ecrbot.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class H2FileLedgerTest extends LedgerContract {
    @TempDir
    private static Path directory;

    private static Place place;

    @BeforeAll
    static void open() {
        place = Place.h2File(directory);
    }

    @AfterAll
    static void close() {
        place.close();
    }

    @Override
    Place place() {
        return place;
    }
}
