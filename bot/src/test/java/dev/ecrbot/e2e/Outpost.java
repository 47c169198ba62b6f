package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.FreePort;
import dev.ecrbot.LongestWait;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** A local Slack and a local AWS in this process, and one bot between them or two, in processes of their own. */
final class Outpost implements AutoCloseable {
    // What is asked here again and again is asked by the same few.
    private static final String BUSY =
            "limits: {pending_per_person: 5000, commands_per_minute: 100000, refused_clicks_per_minute: 100000}\n";

    final LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
    final EcrModel ecr = SeedRegistry.model(Clock.systemUTC());

    private final Instant opened = Instant.now();

    private final LocalAws aws = new LocalAws(ecr, SeedRegistry.BOT_HOST);
    private final Path directory;
    private final String storeUrl;
    private final String more;
    private final Map<String, String> credentials;
    private final Side first;

    /** On a file. */
    Outpost(Path directory) {
        this(directory, BUSY);
    }

    /**
     * On a file.
     *
     * @param more what else stands in the configuration
     */
    Outpost(Path directory, String more) {
        this(directory, MigratedH2.file(directory.resolve("ecr-bot")), more, Map.of());
    }

    private Outpost(Path directory, String storeUrl, String more, Map<String, String> credentials) {
        this.directory = directory;
        this.storeUrl = storeUrl;
        this.more = more;
        this.credentials = credentials;
        this.first = another();
        first.isTold();
    }

    /** On a database of its own in PostgreSQL. */
    static Outpost onPostgres(Path directory) {
        String url = TestPostgres.migratedDatabase();
        var credentials = Map.of("STORE_USER", "postgres", "STORE_PASSWORD", "postgres");
        return new Outpost(directory, url.substring(0, url.indexOf('?')), BUSY, credentials);
    }

    /** On a database of its own in PostgreSQL, at the other end of a wire. */
    static Outpost onPostgres(Path directory, IntFunction<Wire> wire) {
        URI url = URI.create(TestPostgres.migratedDatabase().replaceFirst("^jdbc:", ""));
        var credentials = Map.of("STORE_USER", "postgres", "STORE_PASSWORD", "postgres");
        String through =
                "jdbc:postgresql://127.0.0.1:" + wire.apply(url.getPort()).port() + url.getPath();
        return new Outpost(directory, through, BUSY, credentials);
    }

    /** Starts the bot and waits until it is ready. */
    BotProcess start() {
        return first.start();
    }

    /** Starts the bot on the same store as every other one that is started here. */
    BotProcess startUnready() {
        return first.startUnready();
    }

    Side first() {
        return first;
    }

    /** Returns another side to run a bot at. */
    Side another() {
        int slackPort = FreePort.next();
        int opsPort = FreePort.next();
        Path config = directory.resolve("ecr-bot-" + slackPort + ".yml");
        String yaml = TrialConfig.http()
                .storedIn(storeUrl)
                .yaml(slack.apiUrl())
                .replaceFirst("port: 0", "port: " + slackPort)
                .replaceFirst("port: 0", "port: " + opsPort);
        write(config, yaml + more);
        return new Side(config, slackPort, opsPort);
    }

    /** Where a bot runs: its ports, and its configuration. */
    final class Side {
        private final Path config;
        private final int slackPort;
        private final int opsPort;

        private Side(Path config, int slackPort, int opsPort) {
            this.config = config;
            this.slackPort = slackPort;
            this.opsPort = opsPort;
        }

        /** As whatever runs the bot does, starts it once more where it ended because its database didn't answer in time. */
        BotProcess start() {
            BotProcess bot = startUnready();
            try {
                return bot.awaitReady(opsPort);
            } catch (AssertionError e) {
                if (!bot.errors().contains("can't be opened")) {
                    throw e;
                }
                return startUnready().awaitReady(opsPort);
            }
        }

        BotProcess startUnready() {
            return BotProcess.start(directory, config, environment());
        }

        int opsPort() {
            return opsPort;
        }

        /** From now on it is this side that Slack brings everything to. */
        void isTold() {
            slack.deliverTo(URI.create("http://127.0.0.1:" + slackPort + "/slack/events"));
        }
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(aws.environment());
        environment.putAll(credentials);
        environment.put("SLACK_BOT_TOKEN", slack.botToken());
        environment.put("SLACK_SIGNING_SECRET", slack.signingSecret());
        return environment;
    }

    /** Asks for pull access for a role in this repository, and returns the card. */
    Message asks(String repository) {
        return asks(repository, "for 7d");
    }

    /**
     * As the other.
     *
     * @param end what is typed to say when it ends
     */
    Message asks(String repository, String end) {
        slack.command(Office.RITA, Office.GENERAL, "grant pull " + repository + " sales ci-deployer " + end);
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
        return shows(card, Deadline.in(LongestWait.TIME), texts);
    }

    private Message shows(Message card, Deadline by, String... texts) {
        return slack.await(
                () -> slack.current(card).filter(now -> List.of(texts).stream().anyMatch(now.shown()::contains)),
                by.left());
    }

    /** Clicks Approve once more, on the card as it was shown first. */
    void approvesAgain(Message card) {
        slack.click(Office.AMIR, card, Office.APPROVE);
    }

    /** Waits until one of the bots waits for a lock in PostgreSQL that another has. */
    void awaitLockWait() {
        TestPostgres.awaitLockWait(storeUrl.substring(storeUrl.lastIndexOf('/') + 1));
    }

    /** Waits until one of the bots has a policy's lock in PostgreSQL. */
    void awaitLockHeld() {
        TestPostgres.awaitLockHeld(storeUrl.substring(storeUrl.lastIndexOf('/') + 1));
    }

    boolean granted(String repository) {
        return ecr.policy(SeedRegistry.west(repository)).orElse("").contains("iam::222222222222:role/ci-deployer");
    }

    /** Checks that the card, the requester and the policy say the same, and that there was one write at most. */
    void tellsTheTruth(String repository, Message card, boolean applied) {
        tellsTheTruth(repository, card, applied, 1, Deadline.in(LongestWait.TIME));
    }

    /**
     * As the other, where the requester may have been told this often: nobody can know whether a message arrived whose
     * sender died over it.
     */
    void tellsTheTruth(String repository, Message card, boolean applied, int often, Deadline by) {
        Message settled = shows(card, by, "Applied", "Failed");
        assertThat(settled).matches(Office::isDecided);
        assertThat(settled.shown()).contains(applied ? "Applied" : "Failed");
        assertThat(granted(repository)).isEqualTo(applied);
        slack.await(() -> direct(repository, card).stream().findFirst(), by.left());
        assertThat(direct(repository, card))
                .hasSizeBetween(1, often)
                .allSatisfy(told -> assertThat(told.shown()).contains(applied ? "docker pull" : "failed"));
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

    @Override
    public void close() {
        slack.faults().clear();
        aws.close();
        slack.close();
    }
}
