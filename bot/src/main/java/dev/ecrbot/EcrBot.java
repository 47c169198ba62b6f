package dev.ecrbot;

import dev.ecrbot.aws.AwsPolicies;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Mode;
import dev.ecrbot.config.Secrets;
import dev.ecrbot.desk.BackgroundThreads;
import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskOnDuty;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.tell.SendingLimits;
import dev.ecrbot.http.HttpListener;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.machine.MachineRoom;
import dev.ecrbot.ops.Metrics;
import dev.ecrbot.ops.OpsServer;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.slack.SlackDoor;
import dev.ecrbot.slack.SlackRoom;
import dev.ecrbot.store.ChoreScheduler;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.store.database.Credentials;
import dev.ecrbot.time.Tempo;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole bot: wires the rooms, starts them in order, and ends them in the opposite one.
 *
 * <p>The store comes first, since nothing may happen that can't be recorded; the door comes last, since whoever comes in is to
 * be served.
 */
public final class EcrBot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EcrBot.class);
    // Together with what closing takes, within the eight seconds that the README promises.
    private static final Duration SERVE = Duration.ofSeconds(3);
    private static final Duration APPLY = Duration.ofSeconds(3);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Metrics metrics = new Metrics();
    private final BackgroundThreads workers;
    private final ChoreScheduler chores;
    private final SlackDoor door;
    private final OpsServer ops;
    private final OwnCheckup checkup;
    private final DeskOnDuty duty;
    private final Optional<MachineRoom> machines;
    private final AwsPolicies policies;

    private EcrBot(BotConfig config, Optional<ConfigFile> file, Secrets secrets, Clock clock, Tempo tempo, Ears ears) {
        this.workers = new BackgroundThreads(tempo, work -> Tally.failed(metrics, work));
        try {
            // Half of a start is loading what these are made of, and they have nothing to do with each other.
            var room = CompletableFuture.supplyAsync(() -> slackRoom(config, secrets, clock));
            var listening = room.handleAsync((made, failed) -> HttpListener.load());
            var aws = AwsPolicies.opening(listening, config.registries(), clock, tempo, Tally.awsCalls(metrics));
            var ledger = opened(StoreLedger.open(config.store().url(), credentials(secrets)));
            new Clocks(ledger, clock).check();
            this.policies = opened(aws);
            var slack = opened(joined(room));
            // Where the bot is at home is found out beside the rest; nobody comes in before that is known.
            slack.start();
            var index = new FleetIndex(ledger.index(), config.regionalRegistries(), clock);
            opened(metrics);
            var tally = new Tally(workers, metrics);
            this.checkup = opened(new OwnCheckup(ledger, policies, secrets, inSlack(slack), tempo, clock));
            var ports =
                    new DeskAssembly.Ports(ledger, policies, index, slack.directory(), ears.courier(slack.courier()));
            var desks = new Desks(ports.with(checkup.clinic()), engine(tally, tempo), slack, ears, clock);
            this.duty = opened(desks.first(config));
            this.door = opened(door(config, secrets, slack, ears.counter(duty.counter())));
            this.machines = machines(config, ears.counter(duty.counter()), ports, tally, clock);
            checkup.configuredBy(desks.watching(file, config, duty, workers));
            var upkeep = new Upkeep(ledger, config, secrets.auditSecret(), tempo, clock);
            upkeep.shownBy(metrics);
            var vitals = new Vitals(ledger, workers, checkup, upkeep, clock);
            new Gauges(ledger, workers, door, index, clock).shownBy(metrics);
            this.ops = opened(vitals.served(config.ops().address(), door::connected, metrics));
            opened(workers);
            // Before the threads, which would have all connections for their first looks.
            this.chores = opened(ledger.schedule(counted(duty.chores(), upkeep.chores(policies.fleet())), tempo));
            workers.start(duty);
            door.start();
            machines.ifPresent(MachineRoom::open);
        } catch (RuntimeException | Error e) {
            closeAll();
            throw e;
        }
    }

    private static OwnCheckup.InSlack inSlack(SlackRoom slack) {
        return new OwnCheckup.InSlack(slack.teller(), slack::arrivals);
    }

    private DeskAssembly.Engine engine(Tally tally, Tempo tempo) {
        return new DeskAssembly.Engine(tally, workers, tally::problem, SendingLimits.SLACK.at(tempo), workers);
    }

    private static SlackDoor door(BotConfig config, Secrets secrets, SlackRoom slack, Counter counter) {
        return config.slack().mode() == Mode.SOCKET
                ? slack.socketDoor(counter, secrets.slackAppToken().orElseThrow())
                : slack.httpDoor(counter, secrets.slackSigningSecret().orElseThrow());
    }

    private Optional<MachineRoom> machines(
            BotConfig config, Counter counter, DeskAssembly.Ports ports, Tally tally, Clock clock) {
        var refusals = new RecordedRefusals(ports.ledger(), ports.directory(), clock);
        return config.machines()
                .map(settings -> opened(new MachineRoom(
                        settings.address(),
                        () -> duty.now().config().machines(),
                        counter,
                        new MachineRoom.AuditTrail(after -> Export.page(ports.ledger(), after), refusals::turnedAway),
                        tally::problem,
                        clock)));
    }

    private List<Chore> counted(List<Chore> ofTheDesk, List<Chore> others) {
        List<Chore> all = Stream.concat(ofTheDesk.stream(), others.stream()).toList();
        Tally.show(metrics, BackgroundThreads.kinds());
        Tally.show(metrics, all.stream().map(Chore::name).toList());
        return all.stream()
                .map(chore -> chore.counting(work -> Tally.failed(metrics, work)))
                .toList();
    }

    private SlackRoom slackRoom(BotConfig config, Secrets secrets, Clock clock) {
        return new SlackRoom(config, secrets.slackBotToken(), clock, Tally.heard(metrics));
    }

    /**
     * Starts the bot; returns when it can be reached, though Slack may not have answered yet.
     *
     * @throws ProblemException if it can't start
     */
    public static EcrBot start(BotConfig config, Secrets secrets, Clock clock, Tempo tempo) {
        return start(config, Optional.empty(), secrets, clock, tempo, Ears.NONE);
    }

    /**
     * Starts the bot, as the other does.
     *
     * @param file where the configuration comes from; what changes there, the bot goes by from then on
     * @param ears what listens to all that it says
     * @throws ProblemException if it can't start
     */
    public static EcrBot start(
            BotConfig config, Optional<ConfigFile> file, Secrets secrets, Clock clock, Tempo tempo, Ears ears) {
        var bot = new EcrBot(config, file, secrets, clock, tempo, ears);
        LOG.info("ecr-bot serves; health and metrics on port {}", bot.opsPort());
        return bot;
    }

    /** Returns the port that HTTP mode listens on; 0 in socket mode. */
    public int slackPort() {
        return door.port();
    }

    /** Returns the port that machines come to; 0 where there is none. */
    public int machinePort() {
        return machines.map(MachineRoom::port).orElse(0);
    }

    /** Returns the port of health and metrics. */
    public int opsPort() {
        return ops.port();
    }

    /** Waits until the clients of AWS are there, for which a question has to wait, too; throws what kept it from having them. */
    public void awaitWhole() {
        policies.awaitOpen();
    }

    /** Looks at all that the bot needs, beside its work and once, and has told what is to mend. */
    public void lookAtSetUp() {
        checkup.afterStart(duty);
    }

    /** Takes nothing new in, finishes what is under way within some seconds, and ends. What is left is recorded. */
    @Override
    public void close() {
        LOG.info("ecr-bot is ending");
        machines.ifPresent(MachineRoom::close);
        door.stopAccepting();
        checkup.close();
        chores.pause();
        try {
            if (!door.drain(SERVE)) {
                LOG.warn("somebody could not be served in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.drain(APPLY);
        closeAll();
        LOG.info("ecr-bot has ended");
    }

    private void closeAll() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private <T extends AutoCloseable> T opened(T room) {
        open.push(room);
        return room;
    }

    private static void close(AutoCloseable room) {
        try {
            room.close();
        } catch (Exception e) {
            LOG.warn("{} did not close well", room.getClass().getSimpleName(), e);
        }
    }

    private static <T> T joined(CompletableFuture<T> made) {
        try {
            return made.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Optional<Credentials> credentials(Secrets secrets) {
        return secrets.storeUser()
                .flatMap(user -> secrets.storePassword().map(password -> new Credentials(user, password)));
    }
}
