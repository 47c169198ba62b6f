package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import dev.ecrbot.store.database.Credentials;
import dev.ecrbot.store.database.Database;
import dev.ecrbot.store.database.Patience;
import dev.ecrbot.store.database.Waits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class H2DatabaseTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:./data/ecr-bot, jdbc:h2:file:async:./data/ecr-bot",
        "jdbc:h2:./data/ecr-bot, jdbc:h2:file:async:./data/ecr-bot",
        "jdbc:h2:~/ecr-bot, jdbc:h2:file:async:~/ecr-bot",
        "JDBC:H2:FILE:/srv/bot, jdbc:h2:file:async:/srv/bot",
        "jdbc:h2:file:C:/bot, jdbc:h2:file:async:C:/bot",
        "jdbc:h2:file:nioMapped:./data/ecr-bot, jdbc:h2:file:nioMapped:./data/ecr-bot",
        "jdbc:h2:mem:test, jdbc:h2:mem:test",
    })
    void keepsInterruptsFromClosingTheFile(String url, String expected) {
        assertThat(configured(url).getJdbcUrl()).startsWith(expected + ";");
    }

    @Test
    void keepsHarmlessSettingsAndItsOwn() {
        String url = configured(
                        "jdbc:h2:mem:x;CACHE_SIZE=1000;write_delay=500;FILE_LOCK=NO;LOCK_MODE=0;AUTO_SERVER=TRUE;"
                                + "DB_CLOSE_ON_EXIT=TRUE;MODE=Oracle;INIT=SET A=1\\;SET B=2")
                .getJdbcUrl();
        assertThat(url.split("(?<!\\\\);"))
                .containsExactlyInAnyOrder(
                        "jdbc:h2:mem:x",
                        "CACHE_SIZE=1000",
                        "INIT=SET A=1\\;SET B=2",
                        "WRITE_DELAY=0",
                        "DB_CLOSE_ON_EXIT=FALSE",
                        "TRACE_LEVEL_FILE=0",
                        "QUERY_CACHE_SIZE=64",
                        "OPTIMIZE_REUSE_RESULTS=FALSE");
    }

    @Test
    void howManyStatementsAreKeptIsTheOperatorsToChoose() {
        assertThat(configured("jdbc:h2:mem:x;query_cache_size=16").getJdbcUrl())
                .contains(";QUERY_CACHE_SIZE=16")
                .doesNotContain("=64");
    }

    @Test
    void logsInAsToldOrAsTheUsualUser() {
        var credentials = Optional.of(new Credentials("bot", "secret"));
        assertThat(Database.of("jdbc:h2:mem:x", credentials, Patience.REAL)).satisfies(database -> {
            var pool = new HikariConfig();
            database.configure(pool, new Waits(Duration.ofSeconds(1), Duration.ZERO));
            assertThat(pool.getUsername()).isEqualTo("bot");
        });
        assertThat(configured("jdbc:h2:mem:x").getUsername()).isEqualTo("sa");
        assertThat(configured("jdbc:h2:mem:x;USER=bot;PASSWORD=secret").getUsername())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";WRITE_DELAY=500", ";INIT=SET WRITE_DELAY 500"})
    void writesEveryCommitAtOnceWhateverTheUrlSays(String options) throws SQLException {
        String file = directory.resolve("made/on/the/way/ledger").toString();
        try (var ledger = StoreLedger.open("jdbc:h2:file:" + file + options, Optional.empty());
                var connection = DriverManager.getConnection("jdbc:h2:file:async:" + file, "sa", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT setting_value FROM information_schema.settings "
                        + "WHERE setting_name = 'WRITE_DELAY'")) {
            assertThat(Race.becomesUsable(ledger)).isTrue();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("0");
        }
    }

    @Test
    void livesOnWhenAThreadIsInterruptedAtIt() {
        try (var ledger = StoreLedger.open("jdbc:h2:file:" + directory.resolve("ledger"), Optional.empty())) {
            var request = Samples.pending();
            Race.get(Race.start(() -> {
                ledger.record(books -> {
                    Thread.currentThread().interrupt();
                    books.requests().add(request, "key");
                });
                return true;
            }));
            assertThat(ledger.transact(books -> books.requests().find(request.id()))
                            .orElseThrow())
                    .isEqualTo(request);
        }
    }

    @Test
    void leavesNoTraceOfStatementsBesideTheFile() throws Exception {
        Path parent = directory.resolve("alone");
        try (var ledger = StoreLedger.open("jdbc:h2:file:" + parent.resolve("ledger"), Optional.empty())) {
            var request = Samples.pending();
            ledger.record(books -> books.requests().add(request, "key"));
            assertThat(catchThrowable(
                            () -> ledger.record(books -> books.requests().add(request, "key"))))
                    .isNotNull();
        }
        try (var files = Files.list(parent)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("ledger.mv.db", "ledger.mark");
        }
    }

    private static HikariConfig configured(String url) {
        var pool = new HikariConfig();
        Database.of(url, Optional.empty(), Patience.REAL)
                .configure(pool, new Waits(Duration.ofSeconds(1), Duration.ZERO));
        return pool;
    }
}
