package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot that can't start says why in words, and by its exit code. */
@Tag("process")
final class StartRefusalTest {
    private static final Map<String, String> SECRETS =
            Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "secret-of-no-worth");

    @TempDir
    private Path directory;

    @Test
    void everyMistakeIsToldAtOnce() throws IOException {
        String good = TrialConfig.http().yaml(URI.create("http://127.0.0.1:9/api/"));
        Path fine = file("fine.yml", good);
        Path broken = file("broken.yml", good.replace("mode: http", "mode: pigeon") + "rulez: []\n");
        try (var taken = new ServerSocket(0)) {
            Path occupied = file("occupied.yml", good.replaceFirst("port: 0", "port: " + taken.getLocalPort()));
            BotProcess mistaken = BotProcess.start(directory, broken, SECRETS);
            BotProcess secretless =
                    BotProcess.start(directory, fine, Map.of("SLACK_BOT_TOKEN", "  ", "SLACK_APP_TOKEN", "not-needed"));
            BotProcess shutOut = BotProcess.start(directory, occupied, SECRETS);

            assertThat(mistaken.exitCode()).isEqualTo(2);
            assertThat(mistaken.errors().lines()).hasSize(2).allMatch(line -> line.contains(broken.toString()));
            assertThat(mistaken.errors()).contains("slack.mode", "line 2", "rulez", "line " + lines(broken));

            assertThat(secretless.exitCode()).isEqualTo(2);
            assertThat(secretless.errors().lines()).hasSize(2);
            assertThat(secretless.errors())
                    .contains("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "missing or blank")
                    .doesNotContain("not-needed");

            assertThat(shutOut.exitCode()).isEqualTo(1);
            assertThat(shutOut.errors())
                    .contains("ecr-bot can't start", "" + taken.getLocalPort(), "slack.port")
                    .doesNotContain("\tat ", SECRETS.get("SLACK_SIGNING_SECRET"));
        }
    }

    private Path file(String name, String text) {
        Path file = directory.resolve(name);
        Outpost.write(file, text);
        return file;
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }
}
