package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A local Slack and a local AWS in this process, and a bot between them in one of its own, on a file store and fixed ports. */
final class Outpost implements AutoCloseable {
    final LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
    final EcrModel ecr = SeedRegistry.model(Clock.systemUTC());
    final int opsPort;

    private final Instant opened = Instant.now();

    private final LocalAws aws = new LocalAws(ecr, SeedRegistry.BOT_HOST);
    private final Path directory;
    private final Path config;

    Outpost(Path directory) {
        this.directory = directory;
        this.config = directory.resolve("ecr-bot.yml");
        int[] ports = freePorts();
        this.opsPort = ports[1];
        String yaml = TrialConfig.http()
                .storedIn("jdbc:h2:file:" + directory.resolve("ecr-bot"))
                .yaml(slack.apiUrl())
                .replaceFirst("port: 0", "port: " + ports[0])
                .replaceFirst("port: 0", "port: " + ports[1]);
        write(config, yaml);
        slack.deliverTo(URI.create("http://127.0.0.1:" + ports[0] + "/slack/events"));
    }

    /** Starts the bot and waits until it is ready. */
    BotProcess start() {
        return startUnready().awaitReady(opsPort);
    }

    /** Starts the bot on the same store as every other one that is started here. */
    BotProcess startUnready() {
        return BotProcess.start(directory, config, environment());
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(aws.environment());
        environment.put("SLACK_BOT_TOKEN", slack.botToken());
        environment.put("SLACK_SIGNING_SECRET", slack.signingSecret());
        return environment;
    }

    /** Asks for pull access for a role in this repository, and returns the card. */
    Message asks(String repository) {
        slack.command(Office.RITA, Office.GENERAL, "grant pull " + repository + " sales ci-deployer for 7d");
        return slack.await(() -> slack.messages(Office.APPROVALS).stream()
                .filter(Message::topLevel)
                .filter(card -> card.shown().contains(repository))
                .findFirst());
    }

    void approves(Message card) {
        slack.click(Office.AMIR, slack.current(card).orElseThrow(), Office.APPROVE);
    }

    /** Waits until the card shows one of these texts. */
    Message shows(Message card, String... texts) {
        return slack.await(
                () -> slack.current(card).filter(now -> List.of(texts).stream().anyMatch(now.shown()::contains)));
    }

    boolean granted(String repository) {
        return ecr.policy(SeedRegistry.west(repository)).orElse("").contains("iam::222222222222:role/ci-deployer");
    }

    /** Checks that the card, the requester and the policy say the same, and that there was one write at most. */
    void tellsTheTruth(String repository, Message card, boolean applied) {
        Message settled = shows(card, "Applied", "Failed");
        assertThat(settled.buttons()).isEmpty();
        assertThat(settled.shown()).contains(applied ? "Applied" : "Failed");
        assertThat(granted(repository)).isEqualTo(applied);
        slack.await(() -> direct(repository, card).stream().findFirst());
        assertThat(direct(repository, card))
                .singleElement()
                .satisfies(told -> assertThat(told.shown()).contains(applied ? "docker pull" : "failed"));
        assertThat(slack.messages(Office.APPROVALS).stream()
                        .filter(Message::topLevel)
                        .filter(each -> each.shown().contains(Office.id(card))))
                .hasSize(1);
        assertThat(ecr.history(SeedRegistry.west(repository)).stream()
                        .filter(change -> !change.at().isBefore(opened)))
                .hasSize(applied ? 1 : 0);
    }

    private List<Message> direct(String repository, Message card) {
        return slack.dms(Office.RITA).stream()
                .filter(told ->
                        told.shown().contains(Office.id(card)) || told.shown().contains(repository + ":"))
                .toList();
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] freePorts() {
        try (var one = new ServerSocket(0);
                var other = new ServerSocket(0)) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        slack.faults().clear();
        aws.close();
        slack.close();
    }
}
