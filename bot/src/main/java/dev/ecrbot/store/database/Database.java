package dev.ecrbot.store.database;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.zaxxer.hikari.HikariConfig;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.StoreProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** What differs between the databases: how they are connected to, and db-scheduler's SQL. Ours is the same. */
public interface Database {

    /** Returns what to call the database in messages, without user, password and options. */
    String name();

    /** Returns its file; empty if it isn't one. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /** Returns whether it is a file that is there already: then it has the tables of some version, or is damaged. */
    default boolean isThere() {
        return file().filter(Files::exists).isPresent();
    }

    /** Keeps its file, if it is one and was just made, from everybody who isn't its owner or in its group. */
    void keepFromOthers();

    /** Returns the mark beside its file; empty if it isn't a file. */
    Optional<Watermark> watermark();

    /** Returns what gives room back that isn't needed any more, for now; empty if the database sees to that itself. */
    default Optional<Consumer<Jdbi>> compaction() {
        return Optional.empty();
    }

    /** Sets up a pool's connections, for transactions that wait this long. */
    void configure(HikariConfig pool, Waits waits);

    /** Returns what counts the connections that other processes of the bot have. */
    String othersCounted();

    /** Returns what asks its server for the time; empty if it goes by the clock of this process. */
    Optional<String> time();

    /** Returns how db-scheduler talks with it. */
    JdbcCustomization dialect();

    /** Returns the database that the JDBC URL tells. */
    static Database of(String url, Optional<Credentials> credentials, Patience patience) {
        String folded = url.toLowerCase(Locale.ROOT);
        if (folded.startsWith(H2Database.PREFIX)) {
            return new H2Database(url.substring(H2Database.PREFIX.length()), credentials);
        }
        if (folded.startsWith(PostgresDatabase.PREFIX)) {
            return new PostgresDatabase(url.substring(PostgresDatabase.PREFIX.length()), credentials, patience);
        }
        throw new ProblemException(StoreProblems.unknownKind());
    }

    /** Hands the credentials to the pool. */
    static void logIn(HikariConfig pool, Credentials credentials) {
        pool.setUsername(credentials.user());
        pool.setPassword(credentials.password());
    }
}
