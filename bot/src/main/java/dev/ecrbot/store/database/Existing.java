package dev.ecrbot.store.database;

import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.StoreProblems;
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
        return StoreProblems.noFile(file.toAbsolutePath().normalize().toString());
    }
}
