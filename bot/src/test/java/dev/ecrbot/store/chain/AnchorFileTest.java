package dev.ecrbot.store.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heads that are kept outside of the database. */
final class AnchorFileTest {
    private static final Link ONE = new Link(1, 7, 1, Trail.NOW, "aa");
    private static final Link TWO = new Link(2, 9, 1, Trail.NOW, "bb");

    @TempDir
    private Path folder;

    @Test
    void eachHeadIsKeptOnceAndReadAsItWas() throws IOException {
        Path file = folder.resolve("anchors.jsonl");
        var anchors = new AnchorFile(file);
        anchors.append(ONE);
        anchors.append(ONE);
        anchors.append(TWO);
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"position\":1,\"event\":7,\"at\":\"2026-11-22T09:30:00.123456Z\",\"hash\":\"aa\"}",
                        "{\"position\":2,\"event\":9,\"at\":\"2026-11-22T09:30:00.123456Z\",\"hash\":\"bb\"}");
        assertThat(AnchorFile.read(file)).containsExactly(Anchor.of(ONE), Anchor.of(TWO));
    }

    @Test
    void aLineThatADeadProcessLeftHalfWrittenSpoilsNoOther() throws IOException {
        Path file = folder.resolve("anchors.jsonl");
        new AnchorFile(file).append(ONE);
        Files.writeString(file, "{\"position\":2,\"ev", StandardOpenOption.APPEND);
        new AnchorFile(file).append(TWO);
        assertThat(AnchorFile.read(file)).containsExactly(Anchor.of(ONE), Anchor.of(TWO));
    }

    @Test
    void whatCanNotBeKeptIsKeptTheNextTime() throws IOException {
        Path file = folder.resolve("there/anchors.jsonl");
        var anchors = new AnchorFile(file);
        assertThatThrownBy(() -> anchors.append(ONE)).isInstanceOf(IOException.class);
        Files.createDirectory(folder.resolve("there"));
        anchors.append(ONE);
        assertThat(AnchorFile.read(file)).containsExactly(Anchor.of(ONE));
    }
}
