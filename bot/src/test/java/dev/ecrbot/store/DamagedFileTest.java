package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An H2 file that isn't what it was is not begun anew, and not gone on with: whoever runs the bot is told what to do. */
@Tag("long")
final class DamagedFileTest {
    private static final int EVENTS = 20;
    private static final int CUTS = 12;

    // What every test begins with: to migrate takes longer than all the rest.
    private static byte[] begunFile = {};
    private static byte[] begunMark = {};

    @TempDir
    private Path directory;

    private Path file;
    private Path mark;
    private String url;

    @BeforeAll
    static void begin(@TempDir Path first) throws IOException {
        try (var ledger = StoreLedger.open("jdbc:h2:file:" + first.resolve("ledger"), Optional.empty())) {
            happens(ledger);
        }
        begunFile = Files.readAllBytes(first.resolve("ledger.mv.db"));
        begunMark = Files.readAllBytes(first.resolve("ledger.mark"));
    }

    @BeforeEach
    void make() throws IOException {
        file = directory.resolve("ledger.mv.db");
        mark = directory.resolve("ledger.mark");
        url = "jdbc:h2:file:" + directory.resolve("ledger");
        put(Map.of(file, begunFile, mark, begunMark));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 8192})
    void aFileOfWhichOnlyTheBeginningIsLeftIsRefusedEachTime(int left) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), left));
        refused("isn't as ecr-bot left it");
        Files.delete(mark);
        refused("damaged");
        refused("damaged");
    }

    @Test
    void aFileOfZerosIsRefused() throws IOException {
        Files.write(file, new byte[(int) Files.size(file)]);
        refused("isn't as ecr-bot left it");
        Files.delete(mark);
        refused("damaged");
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Files.writeString(file, "this is no database");
        refused("isn't as ecr-bot left it");
        Files.delete(mark);
        refused("damaged");
    }

    @Test
    void aFileThatIsGoneIsRefusedWhileItsMarkIsThere() throws IOException {
        Files.delete(file);
        refused("is gone");
        assertThat(file).doesNotExist();
        Files.delete(mark);
        opened(ledger -> assertThat(events(ledger)).isZero());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4096, 20_000})
    void aFileThatWasCutOffAtItsEndIsRefusedAndLeftAsItIs(int cut) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] left = Arrays.copyOf(whole, whole.length - cut);
        Files.write(file, left);
        refused("isn't as ecr-bot left it");
        assertThat(file).hasBinaryContent(left);
        Files.write(file, whole);
        opened(ledger -> assertThat(events(ledger)).isOne());
    }

    @Test
    void aChangedByteIsFoundWhereverItIs() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int at : List.of(5000, whole.length / 2, whole.length - 1)) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            refused("isn't as ecr-bot left it");
        }
    }

    @Test
    void whatAKilledProcessLeftIsGoneOnWith() throws IOException {
        Map<Path, byte[]> killed = new HashMap<>();
        opened(ledger -> {
            happens(ledger);
            killed.putAll(files());
        });
        put(killed);
        opened(ledger -> assertThat(events(ledger)).isEqualTo(2));
    }

    @Test
    void whatAKilledProcessLeftIsRefusedOnceEventsAreMissingFromIt() throws IOException {
        Map<Path, byte[]> killed = new HashMap<>();
        opened(ledger -> {
            killed.put(file, bytes(file));
            happens(ledger);
            killed.put(mark, bytes(mark));
        });
        put(killed);
        refused("holds 1 events, and held 2 before");
        refused("holds 1 events, and held 2 before");
        Files.delete(mark);
        opened(ledger -> assertThat(events(ledger)).isOne());
    }

    @Test
    void howeverMuchIsCutOffWhatAKilledProcessLeftItIsAllThereOrRefused() throws IOException {
        Map<Path, byte[]> killed = new HashMap<>();
        opened(ledger -> {
            for (int i = 0; i < EVENTS; i++) {
                happens(ledger);
            }
            killed.putAll(files());
        });
        int size = killed.get(file).length;
        int refused = 0;
        for (int cut = 0; cut < size; cut += size / CUTS) {
            put(killed);
            Files.write(file, Arrays.copyOf(killed.get(file), size - cut));
            try (var ledger = StoreLedger.open(url, Optional.empty())) {
                assertThat(events(ledger)).as("%d bytes cut off", cut).isEqualTo(1 + EVENTS);
            } catch (ProblemException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static void happens(StoreLedger ledger) {
        ledger.record(books -> books.events()
                .add(new Event(EventKind.ASKED, Optional.empty(), Optional.empty(), Samples.NOW, Map.of())));
    }

    private static long events(StoreLedger ledger) {
        return ledger.statements()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM event")
                        .mapTo(Long.class)
                        .one());
    }

    private void opened(Consumer<StoreLedger> then) {
        try (var ledger = StoreLedger.open(url, Optional.empty())) {
            then.accept(ledger);
        }
    }

    private Map<Path, byte[]> files() {
        return Map.of(file, bytes(file), mark, bytes(mark));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Map<Path, byte[]> files) throws IOException {
        for (Map.Entry<Path, byte[]> each : files.entrySet()) {
            Files.write(each.getKey(), each.getValue());
        }
    }

    private void refused(String why) {
        var thrown = catchThrowableOfType(ProblemException.class, () -> StoreLedger.open(url, Optional.empty()));
        assertThat(thrown).isNotNull();
        Problem problem = thrown.problem();
        assertThat(problem.code()).isEqualTo(Code.STORE_UNAVAILABLE);
        assertThat(problem.what()).contains(directory.resolve("ledger").toString(), why);
        assertThat(problem.next()).contains("put back a backup", "ecr-bot adopt --config FILE");
    }
}
