package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.database.Credentials;
import dev.ecrbot.store.database.Patience;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
final class OpeningTest {
    private static final Credentials SECRET = new Credentials("bot", "hunter2");
    private static final Duration MOMENT = Duration.ofMillis(300);

    @TempDir
    private Path directory;

    @RepeatedTest(3)
    void migratesOnceWhenTwoOpenAFreshPostgresAtOnce() throws Exception {
        openedTwiceAtOnce(TestPostgres.freshDatabase());
    }

    @RepeatedTest(3)
    void migratesOnceWhenTwoOpenAFreshH2AtOnce() throws Exception {
        openedTwiceAtOnce("jdbc:h2:mem:" + UUID.randomUUID());
    }

    private static void openedTwiceAtOnce(String url) throws Exception {
        var opened = Race.all(2, () -> StoreLedger.open(url, Optional.empty()));
        try (var one = Race.get(opened.get(0));
                var two = Race.get(opened.get(1))) {
            var request = Samples.pending();
            one.record(books -> books.requests().add(request, "key"));
            Optional<?> found = two.transact(books -> books.requests().find(request.id()));
            assertThat(found).isPresent();
        }
    }

    @Test
    void findsAgainWhatWasStored() {
        String url = "jdbc:h2:file:" + directory.resolve("ledger");
        var request = Samples.pending();
        try (var ledger = StoreLedger.open(url, Optional.of(SECRET))) {
            ledger.record(books -> books.requests().add(request, "key"));
        }
        try (var ledger = StoreLedger.open(url, Optional.of(SECRET))) {
            Optional<?> found = ledger.transact(books -> books.requests().find(request.id()));
            assertThat(found).isEqualTo(Optional.of(request));
        }
        refused(() -> StoreLedger.open(url, Optional.of(new Credentials("bot", "hunter2 wrong"))), "STORE_PASSWORD");
    }

    @Test
    void refusesADirectoryThatIsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        refused(() -> StoreLedger.open("jdbc:h2:file:" + file.resolve("ledger"), Optional.of(SECRET)), "store.url");
    }

    @Test
    void refusesAnUnknownSettingAndAnotherDatabase() {
        refused(
                () -> StoreLedger.open("jdbc:h2:mem:x;NO_SUCH=hunter2", Optional.of(SECRET)),
                "The database mem:x can't be opened (SQLState 90113).");
        refused(() -> StoreLedger.open("jdbc:mysql://bot:hunter2@host/db", Optional.of(SECRET)), "neither");
    }

    @Test
    void refusesAPostgresThatIsNotThere() {
        refused(
                () -> StoreLedger.open(
                        "jdbc:postgresql://bot:hunter2@127.0.0.1:1/bot?password=hunter2",
                        Optional.of(SECRET),
                        patience(Patience.REAL.login(), Duration.ofMillis(1))),
                "postgresql:127.0.0.1:1/bot can't");
        String url = TestPostgres.freshDatabase();
        refused(
                () -> StoreLedger.open(
                        url.replaceFirst("/test\\d+", "/nowhere"),
                        Optional.empty(),
                        patience(Patience.REAL.login(), Duration.ofMillis(1))),
                "has no such database");
    }

    @Test
    void saysWhatAServerDoesNotLetItDo() {
        TestPostgres.administer("DROP ROLE IF EXISTS tableless");
        TestPostgres.administer("CREATE ROLE tableless LOGIN");
        String others = TestPostgres.freshDatabase().replace("user=postgres", "user=tableless");
        refused(() -> StoreLedger.open(others, Optional.empty()), "OWNER TO");
    }

    @Test
    void refusesAServerThatNeverAnswersWithinSeconds() throws IOException {
        try (var hole = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(
                    () -> StoreLedger.open(
                            "jdbc:postgresql://127.0.0.1:" + hole.getLocalPort() + "/bot",
                            Optional.of(SECRET),
                            patience(Duration.ofSeconds(1), Duration.ofMillis(1))),
                    "can't be opened");
            assertThat(Patience.REAL.login().plus(Patience.REAL.opening())).isLessThan(Duration.ofSeconds(13));
        }
    }

    @Test
    void answersFastWhileTheDatabaseIsAwayAndGoesOnWhenItIsBack() {
        String url = TestPostgres.freshDatabase();
        String database = url.replaceFirst(".*/(test\\d+).*", "$1");
        try (var ledger =
                StoreLedger.open(url, Optional.empty(), patience(Patience.REAL.login(), Patience.REAL.opening()))) {
            TestPostgres.administer("ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
            TestPostgres.administer(
                    "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '" + database + "'");
            Instant start = Instant.now();
            assertThat(ledger.usable()).isFalse();
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
            refused(() -> ledger.transact(books -> books.outbox().waiting()), "can't be used");
            refused(() -> ledger.exclusively(Samples.repository("a/one"), () -> true), "can't be used");
            TestPostgres.administer("ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");
            assertThat(Race.onceBack(
                            () -> ledger.<Long>transact(books -> books.outbox().waiting())))
                    .isZero();
            assertThat(Race.onceBack(() -> ledger.exclusively(Samples.repository("a/one"), () -> true)))
                    .isTrue();
        }
    }

    @Test
    void knowsWhetherAnotherProcessUsesThePostgres() {
        String url = TestPostgres.freshDatabase();
        try (var one = StoreLedger.open(url, Optional.empty())) {
            assertThat(one.isAlone()).isTrue();
            try (var two = StoreLedger.open(url, Optional.empty())) {
                assertThat(one.isAlone()).isFalse();
                assertThat(two.isAlone()).isFalse();
            }
        }
    }

    @Test
    void isOfNoUseOnceClosed() {
        var ledger = StoreLedger.open("jdbc:h2:mem:" + UUID.randomUUID(), Optional.empty());
        ledger.close();
        assertThat(ledger.usable()).isFalse();
        refused(() -> ledger.transact(books -> books.outbox().waiting()), "can't be used");
        refused(() -> ledger.exclusively(Samples.repository("a/one"), () -> true), "can't be used");
    }

    @Test
    void neverPrintsAPassword() {
        assertThat(SECRET.toString()).contains("bot").doesNotContain("hunter2");
    }

    /** Waits for nothing but these two longer than a moment. */
    private static Patience patience(Duration login, Duration opening) {
        return new Patience(MOMENT, login, opening, MOMENT, MOMENT, Patience.REAL.idle());
    }

    /** Checks the problem, and that neither its text nor anything a log would print of it holds the secret. */
    private static void refused(Supplier<?> work, String says) {
        var thrown = catchThrowableOfType(ProblemException.class, work::get);
        assertThat(thrown).isNotNull();
        assertThat(thrown.problem().code()).isEqualTo(Code.STORE_UNAVAILABLE);
        assertThat(thrown.problem().text()).contains(says);
        var log = new StringWriter();
        thrown.printStackTrace(new PrintWriter(log));
        assertThat(log.toString()).doesNotContain("hunter2").doesNotContain("SELECT");
    }
}
