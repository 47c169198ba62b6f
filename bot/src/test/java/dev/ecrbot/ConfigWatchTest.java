package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a bot whose configuration's files change. */
final class ConfigWatchTest {
    private final ConfigWatchBench bench;

    ConfigWatchTest(@TempDir Path directory) throws IOException {
        bench = new ConfigWatchBench(directory);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void otherRulesAreTakenUpOnceTwoLooksHaveSeenThem() throws IOException {
        ConfigWatch watch = bench.started();
        Files.writeString(bench.file, ConfigWatchBench.SECOND);
        watch.look();
        assertThat(bench.takenUp).isEmpty();
        watch.look();
        watch.look();

        assertThat(bench.takenUp)
                .hasSize(1)
                .allMatch(config -> ConfigWatchBench.approvers(config).contains("U0APPROVER2"));
        assertThat(watch.trouble()).isEmpty();
        assertThat(bench.told()).hasSize(2).allMatch(each -> each.people().contains("U0APPROVER2"));
        assertThat(bench.recorded()).isEqualTo(1);
    }

    @Test
    void whatIsStillBeingWrittenDoesNotCount() throws IOException {
        ConfigWatch watch = bench.started();
        Files.writeString(bench.file, ConfigWatchBench.SECOND + "#");
        watch.look();
        Files.writeString(bench.file, ConfigWatchBench.SECOND);
        watch.look();
        assertThat(bench.takenUp).isEmpty();
    }

    @Test
    void aBrokenFileChangesNothingAndIsToldOnceHoweverLongItIsThere() throws IOException {
        ConfigWatch watch = bench.started();
        Files.writeString(bench.file, ConfigWatchBench.BROKEN);
        ConfigWatchBench.looks(watch, 10);

        assertThat(bench.takenUp).isEmpty();
        assertThat(watch.trouble()).hasValueSatisfying(why -> assertThat(why).contains("stays in force", "requesters"));
        assertThat(bench.told())
                .singleElement()
                .satisfies(news -> assertThat(news.channel()).isEqualTo("C0FALLBACK"))
                .satisfies(news -> assertThat(news.lines())
                        .first()
                        .asString()
                        .contains("has mistakes", "before it stays in force"));

        Files.writeString(bench.file, ConfigWatchBench.SECOND);
        ConfigWatchBench.looks(watch, 2);
        assertThat(watch.trouble()).isEmpty();
        assertThat(bench.takenUp).hasSize(1);
    }

    @Test
    void anEmptyFileAndAFolderInItsPlaceChangeNothing() throws IOException {
        ConfigWatch watch = bench.started();
        Files.writeString(bench.file, "");
        ConfigWatchBench.looks(watch, 3);
        assertThat(watch.trouble()).hasValueSatisfying(why -> assertThat(why).contains("The file is empty"));
        Files.delete(bench.file);
        Files.createDirectory(bench.file);
        ConfigWatchBench.looks(watch, 3);
        assertThat(watch.trouble()).hasValueSatisfying(why -> assertThat(why).contains("can't be read"));
        assertThat(bench.takenUp).isEmpty();

        Files.delete(bench.file);
        Files.writeString(bench.file, ConfigWatchBench.SECOND);
        ConfigWatchBench.looks(watch, 2);
        assertThat(watch.trouble()).isEmpty();
        assertThat(bench.takenUp).hasSize(1);
    }

    @Test
    void aFileThatIsGoneChangesNothing() throws IOException {
        ConfigWatch watch = bench.started();
        Files.delete(bench.file);
        ConfigWatchBench.looks(watch, 3);
        assertThat(bench.takenUp).isEmpty();
        assertThat(watch.trouble()).isPresent();

        Files.writeString(bench.file, ConfigWatchBench.FIRST);
        ConfigWatchBench.looks(watch, 2);
        assertThat(watch.trouble()).isEmpty();
        assertThat(bench.takenUp).isEmpty();
    }

    @Test
    void aLinkThatLeadsElsewhereIsFollowed() throws IOException {
        // As Kubernetes does it: the file is a link into a folder, and the folder's link is replaced.
        Path one = Files.createDirectory(bench.directory.resolve("..one"));
        Path two = Files.createDirectory(bench.directory.resolve("..two"));
        Files.writeString(one.resolve("ecr-bot.yml"), ConfigWatchBench.FIRST);
        Files.writeString(two.resolve("ecr-bot.yml"), ConfigWatchBench.SECOND);
        Path data = Files.createSymbolicLink(bench.directory.resolve("..data"), one.getFileName());
        Files.delete(bench.file);
        Files.createSymbolicLink(bench.file, Path.of("..data", "ecr-bot.yml"));
        ConfigWatch watch = bench.started();

        Path next = Files.createSymbolicLink(bench.directory.resolve("..next"), two.getFileName());
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
        ConfigWatchBench.looks(watch, 2);
        assertThat(bench.takenUp).hasSize(1);
    }

    @Test
    void whatCannotBeRecordedIsNotTakenUp() throws IOException {
        ConfigWatch watch = bench.started();
        Files.writeString(bench.file, ConfigWatchBench.SECOND);
        watch.look();
        bench.ledger.close();
        assertThatThrownBy(watch::look).isInstanceOf(ProblemException.class);
        assertThat(bench.takenUp).isEmpty();
    }
}
