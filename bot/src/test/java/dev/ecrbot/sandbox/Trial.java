package dev.ecrbot.sandbox;

import dev.ecrbot.ConfigFile;
import dev.ecrbot.EcrBot;
import dev.ecrbot.config.BotConfig;
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
    // Nothing listens there, on any machine that people work on.
    private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

    private final LocalSlack slack;
    private final EcrModel ecr;
    private final TrialConfig config;
    private final Clock clock;
    private final Tempo tempo;
    private final Optional<TrialStore> store;
    private final Attestation attestation;
    private final Path file;
    private volatile BotConfig settings;
    private LocalAws aws;
    private EcrBot bot;

    private Trial(TrialConfig config, Clock clock, Tempo tempo, Optional<TrialStore> store) {
        this.store = store;
        this.config = config;
        this.clock = clock;
        this.tempo = tempo;
        this.slack = LocalSlack.start(SampleWorkspace.create(), clock);
        this.ecr = SeedRegistry.model(clock);
        this.attestation = new Attestation(ecr, clock);
        this.file = written(config.yaml(slack.apiUrl()));
        slack.called(config.command());
        this.aws = openedAws();
        this.bot = startedBot();
    }

    private LocalAws openedAws() {
        var opened = new LocalAws(ecr, SeedRegistry.BOT_HOST);
        opened.systemProperties().forEach(System::setProperty);
        return opened;
    }

    private EcrBot startedBot() {
        ConfigReader.Loaded loaded = ConfigReader.load(file);
        settings = valid(loaded.reading());
        EcrBot started = EcrBot.start(
                settings, Optional.of(new ConfigFile(file, loaded.copy())), secrets(), clock, tempo, attestation);
        if (config.socketMode()) {
            slack.deliverBySocket();
        } else {
            slack.deliverTo(URI.create("http://127.0.0.1:" + started.slackPort() + "/slack/events"));
        }
        return started;
    }

    /** Starts everything; returns when the bot takes commands. */
    public static Trial start(TrialConfig config, Clock clock, Tempo tempo) {
        return start(config, clock, tempo, Optional.empty());
    }

    /** As the other; the bot keeps its records in this store, and can be killed. */
    static Trial start(TrialConfig config, Clock clock, Tempo tempo, TrialStore store) {
        return start(config.storedIn(store.url()), clock, tempo, Optional.of(store));
    }

    private static Trial start(TrialConfig config, Clock clock, Tempo tempo, Optional<TrialStore> store) {
        var trial = new Trial(config, clock, tempo, store);
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

    /** Returns what the bot was started with. */
    BotConfig config() {
        return settings;
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

    /**
     * Ends the bot as if its process had been killed: from this moment on nothing it does gets anywhere, neither to its records nor
     * to Slack nor to AWS. What a kill leaves half done stays so. Slack has to be kept from it until its threads are gone, too.
     */
    void cutOff() {
        slack.faults().down();
        slack.deliverTo(NOBODY);
        store.orElseThrow().cutOff();
        aws.close();
    }

    /** Clears away what is left of a bot that was cut off; takes some seconds. */
    void clearAway() {
        bot.close();
    }

    /** Starts the bot anew on what the killed one left. Slack has to be there again. */
    void startAgain() {
        aws = openedAws();
        bot = startedBot();
        new Readiness(bot.opsPort()).await();
    }

    private Secrets secrets() {
        Map<String, String> environment = Map.of(
                "SLACK_BOT_TOKEN", slack.botToken(),
                "SLACK_APP_TOKEN", slack.appToken(),
                "SLACK_SIGNING_SECRET", slack.signingSecret());
        Secrets read = valid(Secrets.read(environment, valid(ConfigReader.read(file))));
        return store.map(database -> new Secrets(
                        read.slackBotToken(),
                        read.slackAppToken(),
                        read.slackSigningSecret(),
                        Optional.of(TrialStore.USER),
                        Optional.of(database.password()),
                        read.auditSecret()))
                .orElse(read);
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
