package dev.ecrbot;

import dev.ecrbot.sandbox.ecr.CallLimit;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LargeFleet;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures how fast a whole fleet is read from an AWS that throttles, and how long questions to it take.
 *
 * <p>AWS runs in this process, and what reads and answers, {@link FleetReading}, in one of its own with a heap of 192 MB.
 *
 * <p>Run it with {@code ./mvnw -Pbench -Dbench.main=dev.ecrbot.FleetLoad}.
 */
public final class FleetLoad {
    private static final List<String> SIZES =
            List.of(System.getProperty("sizes", "100,1000,10000").split(","));
    private static final int A_SECOND = Integer.getInteger("rate", 200);

    private FleetLoad() {}

    public static void main(String[] args) throws Exception {
        for (String size : SIZES) {
            load(Integer.parseInt(size));
        }
    }

    private static void load(int repositories) throws Exception {
        EcrModel ecr = LargeFleet.of(repositories, 20261122, Clock.systemUTC());
        LargeFleet.give(ecr, repositories);
        CallLimit limit = CallLimit.on(ecr, A_SECOND);
        System.out.printf("%n%,d repositories, %s%n", repositories, sizes(ecr));
        try (var aws = new LocalAws(ecr, SeedRegistry.BOT_HOST)) {
            Path store = Files.createTempDirectory("ecr-bot-fleet").resolve("store");
            var command = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dfile.encoding=UTF-8",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx192m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    FleetReading.class.getName(),
                    "jdbc:h2:file:" + store,
                    String.valueOf(repositories));
            command.environment().putAll(aws.environment());
            Process reading = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // The last call of the crawl is over when the first question is asked; what those read live isn't
            // throttled.
            while (reading.isAlive() && limit.passed() < repositories) {
                Thread.sleep(100);
            }
            // Nothing tells this process that the last of the calls has been answered.
            Thread.sleep(500);
            ecr.traffic().clearFaults();
            System.out.printf(
                    "crawl: %,d calls passed, %,d throttled, %.0f %% of what the limit lets pass%n",
                    limit.passed(), limit.throttled(), 100 * limit.used());
            if (reading.waitFor() != 0) {
                throw new IllegalStateException("it couldn't be read");
            }
            try (Stream<Path> files = Files.list(store.getParent())) {
                System.out.printf(
                        "store: %,d KB%n",
                        files.mapToLong(file -> file.toFile().length()).sum() / 1024);
            }
        }
    }

    private static String sizes(EcrModel ecr) {
        List<Integer> lengths = ecr.repositories().stream()
                .map(repository -> ecr.policy(repository).orElse("").length())
                .sorted()
                .toList();
        return String.format(
                "policies of %,d to %,d characters, median %,d",
                lengths.get(0), lengths.get(lengths.size() - 1), lengths.get(lengths.size() / 2));
    }
}
