package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.KeptConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found at a start, what waits for another one, and what becomes of several replicas. */
final class ConfigRestartTest {
    private final ConfigWatchBench bench;

    ConfigRestartTest(@TempDir Path directory) throws IOException {
        bench = new ConfigWatchBench(directory);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** What one version takes, another may refuse, or have stored in another form. */
    @ParameterizedTest
    @ValueSource(strings = {"ecr-bot.yml\n10\nrules: []\n", "no copy", ""})
    void whatCanBeComparedWithNothingIsToldAsThat(String before) {
        bench.ledger.record(books -> books.configurations()
                .add(new KeptConfiguration(1, "0123456789abcdef", before, bench.clock.instant())));
        ConfigWatch watch = bench.started();
        ConfigWatchBench.looks(watch, 2);
        assertThat(bench.told())
                .extracting(Announcement::channel)
                .containsExactlyInAnyOrder("C0APPROVALS", "C0FALLBACK");
        assertThat(bench.told)
                .allSatisfy(each -> assertThat(each.lines())
                        .last()
                        .asString()
                        .contains("can't read the configuration before", "look through the file"));
        assertThat(bench.recorded()).isEqualTo(1);
    }

    @Test
    void otherRegistriesWaitForARestartAndEverythingElseWithThem() throws IOException {
        ConfigWatch watch = bench.started();
        Files.writeString(bench.file, ConfigWatchBench.SECOND.replace("[us-west-2]", "[us-west-2, eu-west-1]"));
        ConfigWatchBench.looks(watch, 2);

        assertThat(bench.takenUp).isEmpty();
        assertThat(watch.trouble()).hasValueSatisfying(why -> assertThat(why).contains("registries"));
        assertThat(bench.told())
                .singleElement()
                .satisfies(news ->
                        assertThat(news.lines()).anyMatch(line -> line.contains("only when the bot is started again")));
    }

    @Test
    void whatCannotChangeWaitsForARestartAndTheRestIsTakenUp() throws IOException {
        ConfigWatch watch = bench.started();
        Files.writeString(bench.file, ConfigWatchBench.SECOND + "ops: {port: 9999}\n");
        ConfigWatchBench.looks(watch, 2);

        assertThat(bench.takenUp)
                .hasSize(1)
                .allMatch(config -> config.ops().address().port() == 8080);
        assertThat(watch.trouble()).hasValueSatisfying(why -> assertThat(why).contains("ops", "after a restart only"));
        assertThat(bench.told())
                .filteredOn(news -> news.channel().equals("C0FALLBACK"))
                .singleElement()
                .satisfies(
                        news -> assertThat(news.lines()).contains("ops changed, too, and counts after a restart only"));
    }

    @Test
    void ofTwoReplicasWithTheSameFileOneTellsOfIt() throws IOException {
        ConfigWatch one = bench.started();
        ConfigWatch other = bench.started();
        Files.writeString(bench.file, ConfigWatchBench.SECOND);
        ConfigWatchBench.looks(one, 2);
        ConfigWatchBench.looks(other, 2);

        assertThat(bench.takenUp).hasSize(2);
        assertThat(bench.told()).hasSize(2).extracting(Announcement::channel).doesNotHaveDuplicates();
        assertThat(bench.recorded()).isEqualTo(1);
    }

    @Test
    void aReplicaWithAnotherFileIsSeenAndNothingGoesBackAndForth() throws IOException {
        ConfigWatch one = bench.started();
        bench.file = Files.writeString(bench.directory.resolve("other.yml"), ConfigWatchBench.SECOND);
        ConfigWatch other = bench.started();
        ConfigWatchBench.looks(one, 5);
        ConfigWatchBench.looks(other, 5);

        assertThat(bench.recorded()).isEqualTo(1);
        assertThat(one.trouble()).hasValueSatisfying(why -> assertThat(why).contains("another replica"));
        assertThat(other.trouble()).isEmpty();
    }

    @Test
    void whatChangedWhileNoBotRanIsToldAtTheStart() throws IOException {
        bench.started();
        Files.writeString(bench.file, ConfigWatchBench.SECOND);
        bench.started();
        assertThat(bench.takenUp).isEmpty();
        assertThat(bench.told()).hasSize(2);
    }
}
