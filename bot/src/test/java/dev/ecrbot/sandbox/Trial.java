package dev.ecrbot.sandbox;

import dev.ecrbot.ConfigFile;
import dev.ecrbot.EcrBot;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.Secrets;
import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.time.Tempo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The bot's real code in this process, between a local Slack and a local ECR and STS. */
public final class Trial implements AutoCloseable {
    private final LocalSlack slack;
    private final EcrModel ecr;
    private final LocalAws aws;
    private final Attestation attestation;
    private final Path file;
    private final EcrBot bot;

    private Trial(TrialConfig config, Clock clock, Tempo tempo) {
        this.slack = LocalSlack.start(SampleWorkspace.create(), clock);
        this.ecr = SeedRegistry.model(clock);
        this.aws = new LocalAws(ecr, SeedRegistry.BOT_HOST);
        aws.systemProperties().forEach(System::setProperty);
        this.attestation = new Attestation(ecr, clock);
        this.file = written(config.yaml(slack.apiUrl()));
        ConfigReader.Loaded loaded = ConfigReader.load(file);
        this.bot = EcrBot.start(
                valid(loaded.reading()),
                Optional.of(new ConfigFile(file, loaded.copy())),
                secrets(),
                clock,
                tempo,
                attestation);
        slack.called(config.command());
        if (config.socketMode()) {
            slack.deliverBySocket();
        } else {
            slack.deliverTo(URI.create("http://127.0.0.1:" + bot.slackPort() + "/slack/events"));
        }
    }

    /** Starts everything; returns when the bot takes commands. */
    public static Trial start(TrialConfig config, Clock clock, Tempo tempo) {
        var trial = new Trial(config, clock, tempo);
        try {
            new Readiness(trial.bot.opsPort()).await();
        } catch (RuntimeException | Error e) {
            trial.close();
            throw e;
        }
        return trial;
    }

    public LocalSlack slack() {
        return slack;
    }

    public EcrModel ecr() {
        return ecr;
    }

    /** Returns what watches whether that which the bot says is so. */
    public Attestation attestation() {
        return attestation;
    }

    public EcrBot bot() {
        return bot;
    }

    /** Has the bot's file say this from now on; whoever reads it sees either the whole of it or what was there before. */
    public void reconfigure(TrialConfig config) {
        try {
            Files.move(written(config.yaml(slack.apiUrl())), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the bot only, as SIGTERM does. */
    public void stopBot() {
        bot.close();
    }

    private Secrets secrets() {
        Map<String, String> environment = Map.of(
                "SLACK_BOT_TOKEN", slack.botToken(),
                "SLACK_APP_TOKEN", slack.appToken(),
                "SLACK_SIGNING_SECRET", slack.signingSecret());
        return valid(Secrets.read(environment, valid(ConfigReader.read(file))));
    }

    private static Path written(String yaml) {
        try {
            return Files.writeString(Files.createTempFile("ecr-bot", ".yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T valid(Reading<T> reading) {
        if (reading instanceof Reading.Valid<T> valid) {
            return valid.value();
        }
        throw new IllegalArgumentException(reading.toString());
    }

    @Override
    public void close() {
        slack.faults().clear();
        ecr.traffic().clearFaults();
        bot.close();
        aws.close();
        slack.close();
        file.toFile().deleteOnExit();
    }
}
