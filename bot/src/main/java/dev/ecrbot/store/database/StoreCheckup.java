package dev.ecrbot.store.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;

/** Looks at the database of the records, and writes nothing into it. */
public final class StoreCheckup {
    private static final String CHECK = "store";
    private static final Pattern FILE = Pattern.compile("(?i)jdbc:h2:(?:file:)?(?![a-z]{2,}:)([^;]+).*");

    private StoreCheckup() {}

    /** Returns what there is to see. Of a file only its folder and its rights are looked at: to open it is to write to it. */
    public static List<Examined> look(String url, Optional<Credentials> credentials) {
        Matcher file = FILE.matcher(url);
        return List.of(
                file.matches()
                        ? file(Path.of(file.group(1) + ".mv.db")
                                .toAbsolutePath()
                                .normalize())
                        : server(url, credentials));
    }

    private static Examined file(Path file) {
        String subject = file.toString();
        Path folder = Optional.ofNullable(file.getParent()).orElse(file);
        if (Files.exists(file)) {
            return Files.isReadable(file) && Files.isWritable(file)
                    ? Examined.fine(CHECK, subject, "The file is there, and can be read and written.")
                    : Examined.wrong(
                            CHECK,
                            subject,
                            "ecr-bot may not read and write the file.",
                            "Give it to the user that ecr-bot runs as.");
        }
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.isDirectory(there) && Files.isWritable(there)
                ? Examined.fine(CHECK, subject, "The file isn't there yet; the first start makes it.")
                : Examined.wrong(
                        CHECK,
                        subject,
                        "The file isn't there, and ecr-bot may not make it in " + there + ".",
                        "Give that folder to the user that ecr-bot runs as, or set store.url to another place.");
    }

    private static Examined server(String url, Optional<Credentials> credentials) {
        Database database;
        try {
            database = Database.of(url, credentials, Patience.REAL);
        } catch (ProblemException e) {
            return wrong(url.split("\\?", 2)[0], e.problem());
        }
        try (HikariDataSource pool = Pools.open(database, "doctor", 1, Patience.REAL.ofRows(), Patience.REAL)) {
            return Examined.fine(
                    CHECK,
                    database.name(),
                    Migrations.haveRun(pool)
                            ? "It can be reached, and holds ecr-bot's tables."
                            : "It can be reached; the first start makes the tables.");
        } catch (FlywayException | PoolInitializationException e) {
            return wrong(database.name(), Failures.unopened(database.name(), e).problem());
        }
    }

    private static Examined wrong(String subject, Problem problem) {
        return Examined.wrong(CHECK, subject, problem.what(), problem.next());
    }
}
