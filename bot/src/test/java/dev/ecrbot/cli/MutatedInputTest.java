package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Seed;
import dev.ecrbot.Thoroughness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Whatever a file holds, a command answers it or says in a sentence why not: it never fails in any other way. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@Tag("long")
class MutatedInputTest {
    private static final int INPUTS = Thoroughness.ofThisRun().of(400, 2_000);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothingButOurErrorsComesOfBrokenInputs() throws IOException {
        int understood = new MutatedInputs(folder, Seed.ofThisRun()).run(INPUTS);
        assertThat(understood).isBetween(INPUTS / 20, INPUTS - INPUTS / 20);
    }

    /** None of them takes two seconds of CPU time; else the process fails. */
    @Test
    @Tag("full")
    void aHundredThousandInputsAreReadIn256Megabytes() throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MutatedInputs.class.getName(),
                        "100000",
                        String.valueOf(Seed.ofThisRun())))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> read(output)).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
