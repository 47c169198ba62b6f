package dev.ecrbot.store.database;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** For commands that only read records: to open a file that isn't there would make one, and find nothing wrong with it. */
public final class Existing {
    private Existing() {}

    /**
     * Checks that the database, if it is a file, is there or has been.
     *
     * @throws ProblemException if it never was
     */
    public static void check(String url) {
        Database database = Database.of(url, Optional.empty(), Patience.REAL);
        // Of a file that has been there its mark tells more.
        database.watermark().ifPresent(Watermark::look);
        database.file().filter(Files::notExists).ifPresent(file -> {
            throw new ProblemException(absent(file));
        });
    }

    private static Problem absent(Path file) {
        return new Problem(
                Code.STORE_UNAVAILABLE,
                "There is no database at " + file.toAbsolutePath().normalize() + ".",
                "Run this in the folder that ecr-bot runs in, or let store.url name the whole path.");
    }
}
