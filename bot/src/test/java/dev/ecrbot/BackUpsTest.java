package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.config.BackupSettings;
import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.sandbox.Trial;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.store.database.H2Backup;
import dev.ecrbot.time.Tempo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The embedded store is backed up while the bot goes on. */
@Tag("long")
final class BackUpsTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final int WRITERS = 4;

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock(NOW);
    private StoreLedger ledger;
    private Path folder;

    @BeforeEach
    void begin() {
        MigratedH2.file(directory.resolve("ledger"));
        folder = directory.resolve("backups");
        open();
    }

    private void open() {
        ledger = StoreLedger.open("jdbc:h2:file:" + directory.resolve("ledger"), Optional.empty());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private BackUps backUps(int keep) {
        return new BackUps(ledger, new BackupSettings(folder, Duration.ofHours(6), keep), clock);
    }

    private static void happens(StoreLedger ledger, String what) {
        ledger.record(books -> books.events()
                .add(new Event(EventKind.ASKED, Optional.empty(), Optional.empty(), NOW, Map.of("ask", what))));
    }

    private List<String> held(Path zip) throws IOException {
        Path unpacked = Files.createTempDirectory(directory, "unpacked");
        try (var copy = StoreLedger.open(H2Backup.unpacked(zip, unpacked), Optional.empty())) {
            var held = new ArrayList<String>();
            copy.record(books -> books.events()
                    .each(recorded -> held.add(recorded.event().details().get("ask"))));
            return held;
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void holdsAllThatWasAnsweredBeforeItWhileOthersWrite() throws IOException, InterruptedException {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        var begun = new CountDownLatch(WRITERS * 20);
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int number = 0; number < 200; number++) {
                        happens(ledger, writer + " " + number);
                        answered.add(writer + " " + number);
                        begun.countDown();
                    }
                }))
                .toList();
        assertThat(begun.await(LongestWait.SECONDS, TimeUnit.SECONDS)).isTrue();
        for (int round = 0; round < 3; round++) {
            Set<String> missing = new HashSet<>(answered);
            Path zip = directory.resolve("round" + round + ".zip");
            ledger.backUp(zip);
            missing.removeAll(held(zip));
            assertThat(missing).isEmpty();
        }
        writers.forEach(CompletableFuture::join);
    }

    @Test
    void oneIsMadeAsOftenAsTheNewestIsOldEnoughAndTheOldestGo() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("mine.zip"), "");
        var all = backUps(2);
        all.look();
        all.look();
        assertThat(names()).containsExactly("ecr-bot-20261130T100000Z.zip", "mine.zip");
        // As after a restart.
        clock.advance(Duration.ofHours(5));
        backUps(2).look();
        assertThat(names()).hasSize(2);
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofHours(6));
            all.look();
        }
        assertThat(names()).containsExactly("ecr-bot-20261201T030000Z.zip", "ecr-bot-20261201T090000Z.zip", "mine.zip");
        assertThat(all.trouble()).isEmpty();
    }

    @Test
    void whatCanNotBeWrittenIsToldAndLeavesNothingHalf() throws IOException {
        var all = backUps(2);
        Files.writeString(folder, "no folder");
        assertThatThrownBy(all::look).isInstanceOf(UncheckedIOException.class);
        assertThat(all.trouble()).isEmpty();
        clock.advance(Duration.ofHours(13));
        assertThat(all.trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("there is no backup, and the bot"));
        Files.delete(folder);
        all.look();
        assertThat(all.trouble()).isEmpty();
        clock.advance(Duration.ofHours(13));
        assertThat(all.trouble()).hasValueSatisfying(why -> assertThat(why).contains("the newest backup is of 20"));
        assertThat(names()).hasSize(1).allMatch(name -> name.endsWith(".zip"));
    }

    @Test
    void anInterruptInTheMiddleHarmsNoStore() throws IOException {
        happens(ledger, "before");
        Thread.currentThread().interrupt();
        try {
            ledger.backUp(directory.resolve("interrupted.zip"));
        } catch (IOException | RuntimeException e) {
            assertThat(directory.resolve("interrupted.zip")).doesNotExist();
        }
        assertThat(Thread.interrupted()).isIn(true, false);
        happens(ledger, "after");
        ledger.backUp(directory.resolve("later.zip"));
        assertThat(held(directory.resolve("later.zip"))).containsExactly("before", "after");
    }

    @Test
    void putBackAsThePageSaysItIsGoneOnWith() throws IOException {
        happens(ledger, "kept");
        ledger.backUp(directory.resolve("b.zip"));
        happens(ledger, "lost");
        ledger.close();
        Path unpacked = Files.createTempDirectory(directory, "unpacked");
        assertThat(H2Backup.unpacked(directory.resolve("b.zip"), unpacked)).isNotBlank();
        Files.delete(directory.resolve("ledger.mv.db"));
        Files.move(unpacked.resolve("backup.mv.db"), directory.resolve("ledger.mv.db"));
        Files.delete(directory.resolve("ledger.mark"));
        open();
        var held = new ArrayList<String>();
        ledger.record(books -> books.events()
                .each(recorded -> held.add(recorded.event().details().get("ask"))));
        assertThat(held).containsExactly("kept");
    }

    @Test
    void isExportedFromWhileTheStoreIsInUse() throws IOException {
        for (int i = 0; i < 5; i++) {
            happens(ledger, "event " + i);
        }
        Path zip = directory.resolve("b.zip");
        ledger.backUp(zip);
        Path config = Files.writeString(
                directory.resolve("ecr-bot.yml"),
                TrialConfig.http()
                        .storedIn("jdbc:h2:file:" + directory.resolve("ledger"))
                        .yaml(java.net.URI.create("http://127.0.0.1:1/api/")));
        assertThat(exported(config, "--from", zip.toString())).startsWith("0 ").contains("event 0", "event 4");
        assertThat(exported(config, "--from", zip.toString(), "--since", "3"))
                .contains("\"seq\":4,", "event 4")
                .doesNotContain("\"seq\":3,", "event 0");
        assertThat(exported(config, "--from", zip.toString(), "--since", "2026-12-01"))
                .isEqualTo("0 ");
        assertThat(exported(config, "--from", zip.toString(), "--since", "2026-11-30T10:00:00Z"))
                .contains("event 0");
        assertThat(exported(config, "--from", zip.toString(), "--since", "yesterday"))
                .isEqualTo("2 ");
        assertThat(exported(config, "--from", config.toString())).isEqualTo("1 ");
        assertThat(held(zip)).hasSize(5);
    }

    @ResourceLock(Resources.SYSTEM_OUT)
    private static String exported(Path config, String... more) {
        PrintStream before = System.out;
        var out = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            int code = Main.commandLine(Clock.systemUTC(), Tempo.REAL)
                    .execute(Stream.concat(Stream.of("export", "--config", config.toString()), Stream.of(more))
                            .toArray(String[]::new));
            return code + " " + out.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void aWholeBotDoesSoByItself() throws IOException {
        var config = TrialConfig.http()
                .storedIn("jdbc:h2:file:" + directory.resolve("trial") + "\n  backup: {folder: " + folder + "}");
        try (var trial = Trial.start(config, Clock.systemUTC(), new Tempo(10))) {
            long deadline = System.nanoTime() + LongestWait.TIME.toNanos();
            while ((!Files.isDirectory(folder) || names().stream().noneMatch(name -> name.endsWith(".zip")))
                    && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(names()).anyMatch(name -> name.endsWith(".zip"));
            assertThat(trial.bot().opsPort()).isPositive();
        }
    }
}
