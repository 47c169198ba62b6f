package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.FaultByRepository;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the bot on one PostgreSQL. */
@Tag("process")
final class TwoProcessesTest {
    private static final int REQUESTS = 10;
    // As many as one process applies at once.
    private static final int HELD = 4;

    @TempDir
    private Path directory;

    private Optional<Outpost> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(Outpost::close);
    }

    @Test
    void oneFinishesWhatTheOtherLeavesThatIsKilledInTheMiddle() {
        var outpost = Outpost.onPostgres(directory);
        opened = Optional.of(outpost);
        Outpost.Side dying = outpost.first();
        Outpost.Side living = outpost.another();
        var writes = new FaultByRepository();
        outpost.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 10_000, writes);
        List<Gate> gates = IntStream.range(0, HELD).mapToObj(i -> new Gate()).toList();
        try (BotProcess one = dying.startUnready();
                BotProcess other = living.start()) {
            one.awaitReady(dying.opsPort());
            Map<String, Message> cards = asks(outpost);
            List<String> repositories = List.copyOf(cards.keySet());
            for (int i = 0; i < HELD; i++) {
                writes.next(SeedRegistry.west(repositories.get(i)), 1, Fault.hold(gates.get(i), Fault.When.AFTER));
            }

            cards.forEach((repository, card) -> {
                dying.isTold();
                outpost.approves(card);
                living.isTold();
                outpost.approves(card);
            });
            gates.forEach(Gate::awaitArrival);
            one.kill();
            long killed = System.nanoTime();
            gates.forEach(Gate::release);

            cards.forEach((repository, card) -> outpost.tellsTheTruth(repository, card, true));
            System.out.printf(
                    "TwoProcessesTest: %d requests, %d being written when one process was killed; all settled and told "
                            + "%d ms later%n",
                    REQUESTS, HELD, (System.nanoTime() - killed) / 1_000_000);
            assertThat(other.runs()).isTrue();
        }
    }

    private static Map<String, Message> asks(Outpost outpost) {
        Map<String, Message> cards = new LinkedHashMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            String repository = "both/r" + i;
            outpost.ecr.addRepository(SeedRegistry.west(repository), Map.of());
            cards.put(repository, outpost.asks(repository));
        }
        return cards;
    }
}
