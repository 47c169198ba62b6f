package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The embedded store on a disk that can't be written for a while. */
final class RefusingDiskTest {
    private static final int WRITERS = 4;
    private static final int BEFORE = 50;

    @TempDir
    private Path directory;

    /** What was answered stays, what wasn't may be there; and the same process goes on as soon as the disk does. */
    @ParameterizedTest
    @EnumSource(names = "FULL")
    void nothingAnsweredIsLost(RefusingDisk.Trouble trouble) throws InterruptedException {
        var answered = new AtomicInteger();
        var asked = new AtomicInteger();
        var over = new AtomicBoolean();
        try (var ledger = StoreLedger.open(RefusingDisk.url(directory), Optional.empty())) {
            var writers = Executors.newFixedThreadPool(WRITERS);
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> {
                    while (!over.get()) {
                        asked.incrementAndGet();
                        if (recorded(ledger)) {
                            answered.incrementAndGet();
                        }
                    }
                });
            }
            await(() -> answered.get() > BEFORE);
            trouble.is(directory, true);
            await(() -> !ledger.usable());
            int whenRefused = answered.get();
            trouble.is(directory, false);
            await(ledger::usable);
            await(() -> answered.get() > whenRefused + BEFORE);
            over.set(true);
            writers.shutdown();
            assertThat(writers.awaitTermination(LongestWait.SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(held(ledger)).isBetween(answered.get(), asked.get());
        }
        try (var again = StoreLedger.open(RefusingDisk.url(directory), Optional.empty())) {
            assertThat(held(again)).isBetween(answered.get(), asked.get());
        }
    }

    private static boolean recorded(StoreLedger ledger) {
        try {
            ledger.record(books -> books.events()
                    .add(new Event(EventKind.ASKED, Optional.empty(), Optional.empty(), Samples.NOW, Map.of())));
            return true;
        } catch (ProblemException e) {
            assertThat(e.problem().code()).isEqualTo(Code.STORE_UNAVAILABLE);
            return false;
        }
    }

    private static int held(StoreLedger ledger) {
        List<Long> all = new ArrayList<>();
        ledger.record(books -> books.events().each(recorded -> all.add(recorded.seq())));
        return all.size();
    }

    private static void await(BooleanSupplier what) {
        long deadline = System.nanoTime() + LongestWait.TIME.toNanos();
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
