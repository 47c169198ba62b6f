package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.EcrBot;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.Secrets;
import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.sandbox.Readiness;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.time.Tempo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an orchestrator and a monitor see of a whole bot. */
@Tag("whole")
final class OpsTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void isAliveAtOnceReadyOnceSlackAnswersAndCountsWhatItRefused() throws Exception {
        try (var slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
                var aws = new LocalAws(SeedRegistry.model(Clock.systemUTC()), SeedRegistry.BOT_HOST)) {
            slack.faults().down();
            aws.systemProperties().forEach(System::setProperty);
            try (EcrBot bot = EcrBot.start(config(slack), secrets(slack), Clock.systemUTC(), Tempo.REAL)) {
                slack.deliverTo(URI.create("http://127.0.0.1:" + bot.slackPort() + "/slack/events"));
                assertThat(get(bot, "/health/live").statusCode()).isEqualTo(200);
                HttpResponse<String> away = get(bot, "/health/ready");
                assertThat(away.statusCode()).isEqualTo(503);
                assertThat(away.body()).contains("\"store\":\"up\"", "\"slack\":\"down\"");

                slack.faults().clear();
                new Readiness(bot.opsPort()).await();

                slack.command(Office.RITA, Office.GENERAL, "grant pull payments/api nowhere");
                slack.await(() -> slack.ephemerals(Office.RITA).stream().findFirst());
                assertThat(get(bot, "/metrics").body())
                        .contains("ecrbot_problems_total{code=\"account_unknown\"} 1.0", "jvm_memory_used_bytes")
                        .contains("ecrbot_outbox_waiting ", "ecrbot_outbox_age_seconds ", "ecrbot_rows_aside ");
            }
        }
    }

    private HttpResponse<String> get(EcrBot bot, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.opsPort() + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private BotConfig config(LocalSlack slack) {
        Path file = directory.resolve("ecr-bot.yml");
        Outpost.write(file, TrialConfig.http().yaml(slack.apiUrl()));
        return ((Reading.Valid<BotConfig>) ConfigReader.read(file)).value();
    }

    private Secrets secrets(LocalSlack slack) {
        var environment = Map.of("SLACK_BOT_TOKEN", slack.botToken(), "SLACK_SIGNING_SECRET", slack.signingSecret());
        return ((Reading.Valid<Secrets>) Secrets.read(environment, config(slack))).value();
    }
}
