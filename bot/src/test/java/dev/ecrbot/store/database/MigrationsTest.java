package dev.ecrbot.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.store.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start asks Flyway only where it has something to do: what is listed is what Flyway finds. */
final class MigrationsTest {
    private static final String LISTED = "bot/src/main/resources/db/migrations.txt has to say";

    private static Optional<List<String>> recorded(String url) {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            if (url.startsWith(H2Database.PREFIX)) {
                pool.setUsername("sa");
                pool.setPassword("");
            }
            return Migrations.recorded(pool);
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void theListSaysWhatFlywayFinds() {
        MigrationInfo[] all = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(MigratedH2.fresh(), "sa", "")
                .locations("classpath:db/migration")
                .load()
                .info()
                .all();
        List<String> found = Arrays.stream(all)
                .map(each -> each.getVersion() + " " + each.getChecksum() + " " + each.getScript())
                .toList();
        assertThat(Migrations.listed())
                .as("%s%n%s%n", LISTED, String.join("\n", found))
                .isEqualTo(found);
    }

    @Test
    void whatIsRecordedIsWhatIsListed() {
        assertThat(recorded(MigratedH2.fresh())).contains(Migrations.listed());
        assertThat(recorded(TestPostgres.migratedDatabase())).contains(Migrations.listed());
        assertThat(recorded("jdbc:h2:mem:nothing")).isEmpty();
    }

    @Test
    void whatIsLackingIsMade() throws Exception {
        String url = MigratedH2.fresh() + ";DB_CLOSE_DELAY=-1";
        execute(url, "DELETE FROM \"flyway_schema_history\" WHERE \"version\" IN ('19.1', '19.2', '19.3', '19.4')");
        for (String index : List.of("due", "reading", "missed", "since", "looking")) {
            execute(url, "DROP INDEX grant_" + index);
        }
        execute(url, "DROP INDEX outbox_urgent");
        execute(url, "DROP INDEX event_of");
        execute(url, "DROP INDEX outbox_of");
        execute(url, "CREATE INDEX event_request ON event (request, seq)");
        execute(url, "CREATE INDEX outbox_request ON outbox (request, delivered_at, id)");
        execute(url, "CREATE INDEX grant_repository ON grant_ (account, region, repository, state)");
        execute(url, "CREATE INDEX grant_until ON grant_ (state, until)");
        execute(url, "CREATE INDEX grant_read_next ON grant_ (state, read_next)");
        execute(url, "CREATE INDEX grant_look_at ON grant_ (state, look_at)");
        execute(url, "ALTER TABLE write_ DROP COLUMN intended_at, proven_at");
        execute(url, "ALTER TABLE index_change DROP COLUMN since_at");
        execute(url, "ALTER TABLE announcement DROP COLUMN changes");
        StoreLedger.open(url, Optional.empty()).close();
        assertThat(recorded(url)).contains(Migrations.listed());
        execute(url, "SELECT COUNT(intended_at) FROM write_");
        execute(url, "SHUTDOWN");
    }

    @Test
    void whatWasAlteredOrFailedIsRefusedAsFlywayDoes() throws Exception {
        for (String slip : List.of("\"checksum\" = 1", "\"success\" = FALSE")) {
            String url = MigratedH2.fresh() + ";DB_CLOSE_DELAY=-1";
            execute(url, "UPDATE \"flyway_schema_history\" SET " + slip + " WHERE \"version\" = '9.1'");
            assertThatThrownBy(() -> StoreLedger.open(url, Optional.empty()))
                    .as(slip)
                    .isInstanceOf(ProblemException.class);
            execute(url, "SHUTDOWN");
        }
    }

    @Test
    void whatANewerVersionMadeIsLeft() throws Exception {
        String url = MigratedH2.fresh() + ";DB_CLOSE_DELAY=-1";
        execute(url, """
                INSERT INTO "flyway_schema_history" VALUES
                  (999, '999', 'newer', 'SQL', 'V999__newer.sql', 1, 'sa', CURRENT_TIMESTAMP, 1, TRUE)""");
        StoreLedger.open(url, Optional.empty()).close();
        execute(url, "SHUTDOWN");
    }

    @Test
    void theFileOfANewStoreAndItsBackupsAreNobodyElses(@TempDir Path folder) throws Exception {
        try (var ledger = StoreLedger.open("jdbc:h2:file:" + folder.resolve("own"), Optional.empty())) {
            ledger.backUp(folder.resolve("backup.zip"));
        }
        for (String name : List.of("own.mv.db", "backup.zip")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .as(name)
                    .endsWith("---");
        }
        Path file = folder.resolve("own.mv.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        StoreLedger.open("jdbc:h2:file:" + folder.resolve("own"), Optional.empty())
                .close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .as("what somebody allowed since")
                .isEqualTo("rw-r--r--");
    }
}
