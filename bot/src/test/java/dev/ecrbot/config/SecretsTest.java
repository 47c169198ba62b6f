package dev.ecrbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SecretsTest {
    private static final BotConfig SOCKET = ConfigText.LEAST.valid();
    private static final BotConfig HTTP = ConfigText.LEAST
            .and("slack: {mode: http}\nstore: {url: 'jdbc:postgresql://db/ecr'}\n")
            .valid();

    @Test
    void areReadForSocketMode() {
        var environment = Map.of(
                "SLACK_BOT_TOKEN",
                "xoxb-1",
                "SLACK_APP_TOKEN",
                "xapp-1\n",
                "SLACK_SIGNING_SECRET",
                "s",
                "STORE_USER",
                "u");

        assertThat(Secrets.read(environment, SOCKET))
                .isEqualTo(new Reading.Valid<>(new Secrets(
                        "xoxb-1",
                        Optional.of("xapp-1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    @Test
    void areReadForHttpModeAndPostgres() {
        var environment = Map.of(
                "SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "s", "STORE_USER", "u", "STORE_PASSWORD", " p ");

        assertThat(Secrets.read(environment, HTTP))
                .isEqualTo(new Reading.Valid<>(new Secrets(
                        "xoxb-1",
                        Optional.empty(),
                        Optional.of("s"),
                        Optional.of("u"),
                        Optional.of(" p "),
                        Optional.empty())));
    }

    @Test
    void areAllNamedWhereTheyAreMissingOrBlank() {
        assertThat(missing(Map.of("SLACK_APP_TOKEN", " \n"), SOCKET))
                .containsExactly("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN");
        assertThat(missing(Map.of("STORE_USER", "u", "SLACK_SIGNING_SECRET", ""), HTTP))
                .containsExactly("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "STORE_PASSWORD");
    }

    @Test
    void areRefusedWhereTheyAreSwapped() {
        assertThat(missing(Map.of("SLACK_BOT_TOKEN", "xapp-1", "SLACK_APP_TOKEN", "xoxb-1"), SOCKET))
                .containsExactly("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN");
    }

    @Test
    void areNeverPrinted() {
        var secrets = new Secrets(
                "hush",
                Optional.of("hush"),
                Optional.of("hush"),
                Optional.of("hush"),
                Optional.of("hush"),
                Optional.of("hush"));

        assertThat(secrets.toString()).doesNotContain("hush").contains("slackBotToken=***");
        assertThat(new Reading.Valid<>(secrets).toString()).doesNotContain("hush");
    }

    private static List<String> missing(Map<String, String> environment, BotConfig config) {
        return ((Reading.Invalid<Secrets>) Secrets.read(environment, config))
                .mistakes().stream().map(Mistake::path).toList();
    }
}
