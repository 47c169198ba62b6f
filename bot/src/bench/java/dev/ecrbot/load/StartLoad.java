package dev.ecrbot.load;

import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Measures how long the packaged bot takes from its start until it is ready, and how much CPU time until then: with a new store, and
 * with one that is there.
 *
 * <p>Run it with {@code ./mvnw -Pbench -Dbench.main=dev.ecrbot.load.StartLoad}, after the jar was packaged. {@code -Djava=…},
 * {@code -Djar=…} and {@code -Djvm=…} among the bench's options name another Java, another jar, and the JVM's options.
 */
public final class StartLoad {
    private static final int STARTS = Integer.getInteger("starts", 5);

    private StartLoad() {}

    public static void main(String[] args) throws Exception {
        var clock = Clock.systemUTC();
        try (var slack = LocalSlack.start(SampleWorkspace.create(), clock);
                var aws = new LocalAws(SeedRegistry.model(clock), SeedRegistry.BOT_HOST)) {
            // Once unmeasured: the first one waits for this process's own classes, too.
            started(slack, aws, "first, not measured", store());
            for (int i = 0; i < STARTS; i++) {
                Path store = store();
                for (String kind : List.of("new store", "store that is there")) {
                    started(slack, aws, kind, store);
                }
            }
        }
    }

    private static void started(LocalSlack slack, LocalAws aws, String kind, Path store) throws Exception {
        long began = System.nanoTime();
        try (PackagedBot bot = PackagedBot.start(slack, aws, store)) {
            System.out.printf(
                    "%s: ready after %d ms, CPU time %d ms%n",
                    kind, (System.nanoTime() - began) / 1_000_000, bot.cpu().toMillis());
        }
    }

    private static Path store() throws Exception {
        return Files.createTempDirectory("ecr-bot-load").resolve("store");
    }
}
