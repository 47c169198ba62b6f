package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An H2 file that isn't what it was is not begun anew: whoever runs the bot is told what to do. */
final class DamagedFileTest {
    @TempDir
    private Path directory;

    private Path file;
    private String url;

    @BeforeEach
    void make() {
        file = directory.resolve("ledger.mv.db");
        url = "jdbc:h2:file:" + directory.resolve("ledger");
        StoreLedger.open(url, Optional.empty()).close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 8192})
    void aFileOfWhichOnlyTheBeginningIsLeftIsRefusedEachTime(int left) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), left));
        refused();
        refused();
    }

    @Test
    void aFileOfZerosIsRefused() throws IOException {
        Files.write(file, new byte[(int) Files.size(file)]);
        refused();
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Files.writeString(file, "this is no database");
        refused();
    }

    private void refused() {
        var thrown = catchThrowableOfType(ProblemException.class, () -> StoreLedger.open(url, Optional.empty()));
        assertThat(thrown).isNotNull();
        Problem problem = thrown.problem();
        assertThat(problem.code()).isEqualTo(Code.STORE_UNAVAILABLE);
        assertThat(problem.what()).contains(directory.resolve("ledger").toString(), "damaged");
        assertThat(problem.next()).contains("put back a backup", "ecr-bot adopt --config FILE");
    }
}
