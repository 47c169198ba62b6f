package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a file is said for what it is, with what to do. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class FileTroubleTest {
    private static final String POLICY = "{\"Version\":\"2012-10-17\",\"Id\":\"é\",\"Statement\":[]}";
    private static final String QUESTION =
            "can --principal 222222222222 --action ecr:PutImage --repository arn:aws:ecr:us-west-2:111111111111:repository/a1";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {"lint", QUESTION, QUESTION + " - --identity", "diff -", "test", "explain", "lint - --config"})
    void eachCommandSaysWhatIsWrongWithAFile(String command) throws IOException {
        assertThat(said(command, "missing.json")).contains("missing.json: There is no such file. Check the path");
        String below = Files.writeString(folder.resolve("file"), "x") + "/policy.json";
        assertThat(line(command, below).error()).contains("There is no such file");
        assertThat(said(command, "nul\0")).contains("nul?: No file can be called that");
        if (!command.equals("lint")) {
            assertThat(line(command, folder.toString()).error()).contains("It is a folder");
        }
        if (!command.equals("explain")) {
            assertThat(line(command, written(StandardCharsets.ISO_8859_1)).error())
                    .contains("isn't text in UTF-8");
            assertThat(line(command, written(StandardCharsets.UTF_16)).error()).contains("UTF-16", "Save it as UTF-8");
        }
    }

    @Test
    void anErrorInUtf16IsExplained() throws IOException {
        Path file =
                Files.write(folder.resolve("error.txt"), "no basic auth credentials".getBytes(StandardCharsets.UTF_16));
        assertThat(line("explain", file.toString()).exit()).isZero();
    }

    @Test
    void whatMayNotBeReadOrIsBrokenIsTold() throws IOException {
        var denied = new AccessDeniedException("below/policy.json");
        assertThat(FileTrouble.reading("below", denied))
                .hasMessageStartingWith("below/policy.json: You may not read it.");
        assertThat(FileTrouble.writing("report.xml", denied))
                .hasMessageStartingWith("report.xml: You may not write it.");
        String file = Files.writeString(folder.resolve("a.json"), POLICY).toString();
        var broken = new FileSystemException(file, null, "Input/output error");
        assertThat(FileTrouble.reading(file, broken)).hasMessageContaining("can't be read (Input/output error)");
        assertThat(FileTrouble.writing(file, new IOException("No space left on device")))
                .hasMessageContaining("can't be written (No space left on device)");
    }

    @Test
    void aReportGoesIntoAFolderThatIsThere() throws IOException {
        Files.writeString(folder.resolve("policy.json"), POLICY);
        String tests = Files.writeString(folder.resolve("tests.yaml"), """
                        policy: policy.json
                        repository: arn:aws:ecr:us-west-2:111111111111:repository/a1
                        tests: [{neverPublic: true}]
                        """).toString();
        Path report = folder.resolve("no").resolve("report.xml");
        assertThat(Line.of("", "test", tests, "--junit", report.toString()).error())
                .contains("There is no such folder");
        assertThat(Line.of("", "test", tests, "--junit", folder.toString()).error())
                .contains("It is a folder");
    }

    private String said(String command, String name) throws IOException {
        return line(command, folder + "/" + name).error();
    }

    private static Line line(String command, String file) throws IOException {
        String[] words = (command + " FILE").split(" ");
        words[words.length - 1] = file;
        return Line.of(POLICY, words);
    }

    private String written(Charset charset) throws IOException {
        return Files.writeString(folder.resolve(charset.name() + ".yaml"), POLICY, charset)
                .toString();
    }
}
