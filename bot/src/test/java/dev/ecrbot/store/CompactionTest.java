package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.request.RequestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room in the embedded database that nothing needs any more. */
final class CompactionTest {
    private static final int COMMITS = 600;
    private static final int EVERY = 50;

    @TempDir
    private Path folder;

    @Test
    void theFileStaysSmallWhileItIsUsed() throws IOException {
        long left = sizeAfterUse("left", ledger -> {});
        long compacted = sizeAfterUse(
                "compacted", ledger -> ledger.compaction().orElseThrow().run());
        assertThat(compacted).isLessThan(left / 2);
    }

    @Test
    void onlyAFileIsCompacted() {
        try (StoreLedger ledger =
                StoreLedger.open("jdbc:h2:mem:" + Samples.pending().id(), Optional.empty())) {
            assertThat(ledger.compaction()).isEmpty();
        }
    }

    private long sizeAfterUse(String name, Consumer<StoreLedger> upkeep) throws IOException {
        var added = new ArrayList<RequestId>();
        // Without it, H2 lets go of room no sooner than 45 seconds later.
        String url = "jdbc:h2:file:" + folder.resolve(name) + ";RETENTION_TIME=0";
        try (StoreLedger ledger = StoreLedger.open(url, Optional.empty())) {
            for (int commit = 1; commit <= COMMITS; commit++) {
                var request = Samples.pending();
                added.add(request.id());
                ledger.record(
                        books -> books.requests().add(request, request.id().value()));
                if (commit % EVERY == 0) {
                    upkeep.accept(ledger);
                }
            }
            long size = Files.size(folder.resolve(name + ".mv.db"));
            assertThat(missing(ledger, added)).isEmpty();
            return size;
        } finally {
            try (StoreLedger again = StoreLedger.open(url, Optional.empty())) {
                assertThat(missing(again, added)).isEmpty();
            }
        }
    }

    private static List<RequestId> missing(StoreLedger ledger, List<RequestId> added) {
        return ledger.transact(books ->
                added.stream().filter(id -> books.requests().find(id).isEmpty()).toList());
    }
}
