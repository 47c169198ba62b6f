package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.sandbox.Readiness;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of the Dockerfile done by hand, on the Java that its image has, with the jar as the build has just made it. */
@Tag("image")
final class ImageStepsIT {
    private static final Path BUILT = Path.of("target");
    private static final Path JAVAS = Path.of("/usr/lib/jvm");

    @TempDir
    private Path folder;

    private static Optional<Path> java25() throws IOException {
        if (!Files.isDirectory(JAVAS)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(JAVAS)) {
            return all.filter(home -> home.getFileName().toString().contains("25"))
                    .map(home -> home.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private Path installed() throws IOException {
        Path app = Files.createDirectories(folder.resolve("app"));
        Files.createDirectories(app.resolve("lib"));
        try (Stream<Path> libraries = Files.list(BUILT.resolve("lib"))) {
            for (Path library : libraries.toList()) {
                Files.copy(
                        library, app.resolve("lib").resolve(library.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.copy(BUILT.resolve("ecr-bot.jar"), app.resolve("ecr-bot.jar"), StandardCopyOption.COPY_ATTRIBUTES);
        return app;
    }

    /** Returns the words of the Dockerfile's line in exec form. */
    private static List<String> words(String instruction) throws IOException {
        String line = Files.readAllLines(Path.of("..", "Dockerfile")).stream()
                .filter(each -> each.startsWith(instruction + " ["))
                .findFirst()
                .orElseThrow();
        return List.of(new ObjectMapper().readValue(line.substring(instruction.length() + 1), String[].class));
    }

    @Test
    void aBotWithItsCacheIsReadyAndEndsAsItIsTold() throws IOException, InterruptedException {
        Optional<Path> java = java25();
        assumeThat(java).as("the Java of the image").isPresent();
        Path app = installed();
        Path log = folder.resolve("train.log");
        Process training = new ProcessBuilder(
                        "sh",
                        "src/main/docker/train.sh",
                        app.toString(),
                        java.orElseThrow().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(training.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(training.exitValue()).as(Files.readString(log)).isZero();
        assertThat(app.resolve("ecr-bot.aot")).isNotEmptyFile();
        readOnly(app);
        serves(java.orElseThrow(), app);
    }

    private static void readOnly(Path app) {
        assertThat(app.toFile().setWritable(false)).isTrue();
    }

    private void serves(Path java, Path app) throws IOException, InterruptedException {
        int port = FreePort.next();
        try (var slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
                var aws = new LocalAws(SeedRegistry.model(Clock.systemUTC()), SeedRegistry.BOT_HOST)) {
            Path config = Files.writeString(
                    folder.resolve("ecr-bot.yml"),
                    TrialConfig.http()
                            .storedIn("jdbc:h2:file:" + folder.resolve("data/ecr-bot"))
                            .yaml(slack.apiUrl())
                            .replaceFirst("(?s)(ops:.*?)port: 0", "$1port: " + port));
            var command = new ArrayList<String>();
            command.add(java.toString());
            // With “auto”, which the image has, a cache that doesn't fit is only not used.
            command.add("-XX:AOTMode=on");
            words("ENTRYPOINT").stream()
                    .skip(1)
                    .map(word -> word.replaceFirst("=/tmp$", "=" + folder).replace("/app/", app + "/"))
                    .forEach(command::add);
            words("CMD").stream()
                    .map(word -> word.equals("/config/ecr-bot.yml") ? config.toString() : word)
                    .forEach(command::add);
            Path log = folder.resolve("bot.log");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(aws.environment());
            builder.environment().put("SLACK_BOT_TOKEN", slack.botToken());
            builder.environment().put("SLACK_SIGNING_SECRET", slack.signingSecret());
            Process bot = builder.start();
            try {
                new Readiness(port).await();
                bot.destroy();
                assertThat(bot.waitFor(LongestWait.SECONDS, TimeUnit.SECONDS)).isTrue();
                assertThat(bot.exitValue()).as(Files.readString(log)).isEqualTo(143);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n" + Files.readString(log), e);
            } finally {
                bot.destroyForcibly();
            }
        }
    }
}
