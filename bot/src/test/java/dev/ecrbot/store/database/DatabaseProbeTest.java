package dev.ecrbot.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.store.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that answers, and takes no writes, is of no use. */
final class DatabaseProbeTest {
    private static final String READ_ONLY = "&options=-c%20default_transaction_read_only=on";

    @TempDir
    private Path directory;

    @Test
    void anH2ThatIsReadOnlyIsOfNoUse() {
        String url = "jdbc:h2:file:" + directory.resolve("ledger");
        StoreLedger.open(url, Optional.empty()).close();
        assertThat(becomes(true, url + ";USER=sa")).isTrue();
        assertThat(becomes(false, url + ";USER=sa;ACCESS_MODE_DATA=r")).isTrue();
    }

    @Test
    void aPostgresThatIsReadOnlyIsOfNoUse() {
        String url = TestPostgres.migratedDatabase();
        assertThat(becomes(true, url)).isTrue();
        assertThat(becomes(false, url + READ_ONLY)).isTrue();
    }

    @Test
    void asksByAWriteOnlyNowAndThenAndAtOnceAfterAFailure() {
        String url = MigratedH2.fresh();
        var jdbi = Jdbi.create(url, "sa", "");
        try (var kept = jdbi.open();
                var probe = new DatabaseProbe(jdbi, LongestWait.TIME)) {
            assertThat(becomes(true, probe)).isTrue();
            Object first = kept.createQuery("SELECT written_at FROM probe")
                    .mapTo(String.class)
                    .one();
            assertThat(becomes(true, probe)).isTrue();
            assertThat(kept.createQuery("SELECT written_at FROM probe")
                            .mapTo(String.class)
                            .one())
                    .isEqualTo(first);
            kept.execute("ALTER TABLE probe RENAME TO gone");
            assertThat(becomes(false, probe)).isTrue();
            kept.execute("ALTER TABLE gone RENAME TO probe");
            assertThat(becomes(true, probe)).isTrue();
            assertThat(kept.createQuery("SELECT written_at FROM probe")
                            .mapTo(String.class)
                            .one())
                    .isNotEqualTo(first);
        }
    }

    private static boolean becomes(boolean usable, String url) {
        try (var probe = new DatabaseProbe(Jdbi.create(url), Duration.ZERO)) {
            return becomes(usable, probe);
        }
    }

    // On a busy machine the answer may not come within its second.
    private static boolean becomes(boolean usable, DatabaseProbe probe) {
        long deadline = System.nanoTime() + LongestWait.TIME.toNanos();
        boolean answer = probe.answers();
        while (answer != usable && System.nanoTime() < deadline) {
            answer = probe.answers();
        }
        return answer == usable;
    }
}
