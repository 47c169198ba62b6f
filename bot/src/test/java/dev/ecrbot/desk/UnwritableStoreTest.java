package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.store.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The store can be read and not written, or the disk below it is full, while the bot runs: nothing is written that can't be
 * recorded, whoever asks or clicks is told so, health says why, and once it can be written again the same process goes on.
 */
@Tag("long")
final class UnwritableStoreTest {
    @TempDir
    private Path directory;

    enum Store {
        POSTGRES_STANDBY {
            @Override
            String url(Path directory) {
                return TestPostgres.migratedDatabase();
            }

            @Override
            void writable(Path directory, String url, boolean is) {
                TestPostgres.readOnly(url, !is);
            }
        };

        abstract String url(Path directory);

        abstract void writable(Path directory, String url, boolean is);
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRES_STANDBY")
    void whoeverAsksOrClicksIsToldAndNothingIsDone(Store store) throws InterruptedException {
        String url = store.url(directory);
        try (var world = World.on(url);
                var bot = new Replica(world, url, Fate.KIND).start();
                var crowd = new Crowd(world, 1)) {
            crowd.ask(1, List.of(bot));
            crowd.awaitQuiet(LongestWait.SECONDS);
            Request request = world.now(crowd.requests().get(0));
            store.writable(directory, url, false);
            FailOverTest.unusable(bot);

            assertThat(bot.trouble().orElseThrow()).contains("the database", "SQLState");
            assertRefused(bot.approves(DeskBench.AMIR, request.id(), 1));
            assertRefused(bot.types(DeskBench.RITA, "grant pull payments/r0 sales ci-deployer"));
            assertThat(world.ecr().history(crowd.repositories().get(0)))
                    .as("what can't be recorded isn't done")
                    .isEmpty();

            store.writable(directory, url, true);
            while (!bot.usable()) {
                Weather.pass(20);
            }
            FailOverTest.reconnected(world);
            assertThat(bot.approves(DeskBench.AMIR, request.id(), 1)).isNotInstanceOf(Answer.Refused.class);
            crowd.awaitQuiet(LongestWait.SECONDS);
            assertThat(crowd.states()).containsOnlyKeys("APPLIED");
        }
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        Problem problem = ((Answer.Refused) answer).problem();
        assertThat(problem.code()).isEqualTo(Code.STORE_UNAVAILABLE);
        assertThat(problem.what()).isEqualTo("The bot's database can't be used right now.");
        assertThat(problem.next()).startsWith("Try again in a minute.");
    }
}
