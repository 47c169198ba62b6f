package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A store of the first version, which took H2 2.5.252, is taken over: one whose process had closed it, and one whose process
 * was killed. In both are requests in every state, and at the end one is about to be written.
 */
final class UpgradeTest {
    private static final Instant LEFT = Instant.parse("2026-11-22T18:30:00Z");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"closed", "killed"})
    void whatWaitsIsDecidedAndWhatIsDueEnds(String how) throws IOException {
        unpack("/store/h2-2.5.252-" + how + ".zip");
        try (var bench = DeskBench.on("jdbc:h2:file:" + directory.resolve("ecr-bot"))) {
            bench.clock.advance(Duration.between(bench.clock.instant(), LEFT));
            bringBackAws(bench);
            assertThat(states(bench))
                    .isEqualTo(Map.of(
                            RequestState.APPLIED, 5L,
                            RequestState.APPLYING, 1L,
                            RequestState.APPROVED, 1L,
                            RequestState.CANCELLED, 1L,
                            RequestState.DENIED, 1L,
                            RequestState.EXPIRED, 1L,
                            RequestState.FAILED, 1L,
                            RequestState.PENDING, 2L));

            assertThat(all(bench, RequestState.values()))
                    .flatExtracting(request ->
                            request.change().edit().accessIfNamed().stream().toList())
                    .isNotEmpty()
                    .allSatisfy(access -> assertThat(access.actions())
                            .isEqualTo(StandardAccess.of(access.word()).actions()));

            bench.staff.due().sweeper().resume();
            bench.work();
            assertThat(all(bench, RequestState.APPLYING, RequestState.APPROVED)).isEmpty();
            all(bench, RequestState.PENDING).forEach(waiting -> bench.approves(DeskBench.AMIR, waiting));
            bench.work();
            assertThat(all(bench, RequestState.PENDING)).isEmpty();

            bench.clock.advance(Duration.ofDays(31));
            IntStream.range(0, 5).forEach(i -> bench.sweep());
            List<PolicyHolder> left = holders(bench).stream()
                    .filter(holder -> bench.ecr.policy(holder).isPresent())
                    .toList();
            assertThat(left).containsExactly(SeedRegistry.west("payments/two"));
        }
    }

    private void unpack(String resource) throws IOException {
        try (InputStream in = UpgradeTest.class.getResourceAsStream(resource);
                var zip = new ZipInputStream(in)) {
            Files.copy(zip, directory.resolve(zip.getNextEntry().getName()));
        }
    }

    /** Makes AWS what it was when the process ended, as far as the store tells. */
    private static void bringBackAws(DeskBench bench) {
        holders(bench).forEach(holder -> bench.ecr.addRepository((Repository) holder, Map.of()));
        all(bench, RequestState.values())
                .forEach(request -> bench.ecr
                        .iam()
                        .addRole(request.change().edit().principal().text()));
        holders(bench)
                .forEach(holder -> bench.ledger.transact(books -> books.writes().after(holder, 0)).stream()
                        .filter(write -> write.outcome() == RecordedWrite.Outcome.TAKEN)
                        .reduce((first, second) -> second)
                        .filter(write -> !write.proposed().isEmpty())
                        .ifPresent(write -> bench.ecr.setPolicy(holder, write.proposed())));
    }

    private static List<PolicyHolder> holders(DeskBench bench) {
        return all(bench, RequestState.values()).stream()
                .map(request -> request.change().target().holder())
                .distinct()
                .toList();
    }

    private static List<Request> all(DeskBench bench, RequestState... states) {
        return bench.ledger.transact(books -> books.requests().in(EnumSet.copyOf(List.of(states))).stream()
                .map(id -> books.requests().find(id).orElseThrow())
                .toList());
    }

    private static Map<RequestState, Long> states(DeskBench bench) {
        return all(bench, RequestState.values()).stream()
                .collect(Collectors.groupingBy(request -> request.stage().state(), Collectors.counting()));
    }
}
