package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.Seed;
import dev.ecrbot.Thoroughness;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.database.Patience;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left by a process that was killed. */
@Tag("process")
final class KilledTest {
    private static final String COMMITTED = "committed ";
    private static final String HOLDS = "holds";

    /** Commits one request after the other, in several threads, until it is killed. */
    static final class Committing {
        private static final int WRITERS = 4;

        public static void main(String[] arguments) {
            var ledger = StoreLedger.open(arguments[0], Optional.empty());
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            for (int writer = 0; writer < WRITERS; writer++) {
                new Thread(() -> write(ledger, out)).start();
            }
            // All the time, where a bot does so once a minute: kills come in the middle of it, too.
            Runnable compaction = ledger.compaction().orElseThrow();
            while (!Thread.currentThread().isInterrupted()) {
                compaction.run();
            }
        }

        private static void write(StoreLedger ledger, PrintStream out) {
            while (!Thread.currentThread().isInterrupted()) {
                var request = Samples.pending();
                ledger.record(
                        books -> books.requests().add(request, request.id().value()));
                out.println(COMMITTED + request.id());
            }
        }
    }

    /** Holds a repository's lock until it is killed. */
    static final class Holding {
        public static void main(String[] arguments) {
            var ledger = StoreLedger.open(arguments[0], Optional.empty());
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            ledger.exclusively(Samples.repository("payments/api"), () -> {
                out.println(HOLDS);
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                return true;
            });
        }
    }

    @TempDir
    private Path directory;

    /** Each kill comes at another moment; what was committed before one has to outlive all that follow, too. */
    @Test
    void everyCommitIsThere() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("ledger");
        var random = new Random(Seed.ofThisRun());
        var committed = new ArrayList<String>();
        int kills = Integer.getInteger("kills", Thoroughness.ofThisRun().of(3, 200));
        for (int kill = 1; kill <= kills; kill++) {
            try (var child = new Child(Committing.class, url)) {
                int before = random.nextInt(400);
                for (int commits = 0; commits <= before; commits++) {
                    committed.add(child.await(COMMITTED));
                }
                child.kill().stream()
                        .filter(line -> line.startsWith(COMMITTED) && line.length() == COMMITTED.length() + 12)
                        .map(line -> line.substring(COMMITTED.length()))
                        .forEach(committed::add);
            }
            // Opened by another process in between, and not, as it happens.
            if (kill % 3 == 0 || kill == kills) {
                assertThat(missing(url, committed)).as("after %d kills", kill).isEmpty();
            }
        }
        System.out.println("KilledTest: " + committed.size() + " commits, " + kills + " kills, none missing");
    }

    private static List<String> missing(String url, List<String> committed) {
        try (var ledger = StoreLedger.open(url, Optional.empty())) {
            return ledger.transact(books -> committed.stream()
                    .filter(id -> books.requests().find(new RequestId(id)).isEmpty())
                    .toList());
        }
    }

    @Test
    void theFileIsRefusedWhileAnotherProcessHasIt() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("ledger") + ";FILE_LOCK=NO;AUTO_SERVER=TRUE";
        try (var child = new Child(Committing.class, url)) {
            child.await(COMMITTED);
            assertThatThrownBy(() -> StoreLedger.open(url, Optional.empty()))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problem().code()).isEqualTo(Code.STORE_UNAVAILABLE);
                        assertThat(e.problem().what()).contains("ledger is in use by another process");
                    });
            child.kill();
        }
        try (var ledger = StoreLedger.open(url, Optional.empty())) {
            assertThat((long) ledger.transact(books -> books.outbox().waiting()))
                    .isZero();
        }
    }

    @Test
    void theLockIsFreeAtOnce() throws Exception {
        String url = TestPostgres.freshDatabase();
        try (var ledger = StoreLedger.open(
                        url, Optional.empty(), Patience.REAL.waitingForPolicies(Duration.ofSeconds(10)));
                var child = new Child(Holding.class, url)) {
            child.await(HOLDS);
            var waiting = Race.start(() -> ledger.exclusively(Samples.repository("payments/api"), () -> true));
            assertThat(waiting).isNotDone();
            child.kill();
            assertThat(Race.get(waiting)).isTrue();
        }
    }
}
