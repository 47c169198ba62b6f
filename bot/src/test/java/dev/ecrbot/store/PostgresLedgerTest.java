package dev.ecrbot.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("long")
final class PostgresLedgerTest extends LedgerContract {
    private static Place place;

    @BeforeAll
    static void open() {
        place = Place.postgres();
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
