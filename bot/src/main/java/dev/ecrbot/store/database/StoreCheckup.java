package dev.ecrbot.store.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the database of the records, and writes nothing into it. */
public final class StoreCheckup {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCheckup.class);
    static final String CHECK = "store";

    private final Optional<Credentials> credentials;
    private final Clock clock;

    public StoreCheckup(Optional<Credentials> credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Returns what there is to see. Of a file only its folder, its rights and its mark are looked at: to open it is to write to it. */
    public List<Examined> look(String url) {
        Database database;
        try {
            database = Database.of(url, credentials, Patience.REAL);
        } catch (ProblemException e) {
            return List.of(wrong(url.split("\\?", 2)[0], e.problem()));
        }
        Optional<Path> file = database.file();
        return file.isPresent()
                ? List.of(file(database, file.get().toAbsolutePath().normalize()))
                : server(database);
    }

    private static Examined file(Database database, Path file) {
        String subject = file.toString();
        try {
            database.watermark().ifPresent(Watermark::look);
        } catch (ProblemException e) {
            return wrong(subject, e.problem());
        } catch (UncheckedIOException e) {
            LOG.warn("{} can't be compared with its mark", file, e);
        }
        Path folder = Optional.ofNullable(file.getParent()).orElse(file);
        if (Files.exists(file)) {
            return Files.isReadable(file) && Files.isWritable(file)
                    ? Examined.fine(CHECK, subject, StoreWords.fileThere())
                    : Examined.wrong(CHECK, subject, StoreWords.fileForbidden(), StoreWords.giveFile());
        }
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.isDirectory(there) && Files.isWritable(there)
                ? Examined.fine(CHECK, subject, StoreWords.fileToBeMade())
                : Examined.wrong(CHECK, subject, StoreWords.noFileToMake(there), StoreWords.giveFolder());
    }

    private List<Examined> server(Database database) {
        String name = database.name();
        try (HikariDataSource pool = Pools.open(database, "doctor", 1, Patience.REAL.ofRows(), Patience.REAL)) {
            boolean made = Migrations.haveRun(pool);
            return database.time().isPresent()
                    ? new ServerCheckup(name, clock).look(pool, made)
                    : List.of(ServerCheckup.reached(name, made));
        } catch (FlywayException | PoolInitializationException e) {
            return List.of(wrong(name, Failures.unopened(name, e).problem()));
        } catch (SQLException e) {
            LOG.warn("{} can't be looked at", name, DatabaseFailure.of(e));
            return List.of(Examined.unchecked(CHECK, name, StoreWords.untold(), StoreWords.tryAgain()));
        }
    }

    private static Examined wrong(String subject, Problem problem) {
        return Examined.wrong(CHECK, subject, problem.what(), problem.next());
    }
}
