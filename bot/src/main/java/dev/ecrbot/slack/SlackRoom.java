package dev.ecrbot.slack;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.SlackSettings;
import dev.ecrbot.desk.checkup.Teller;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.reload.Herald;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.slack.answer.CheckupText;
import dev.ecrbot.slack.answer.FindingMessage;
import dev.ecrbot.slack.answer.StatusText;
import dev.ecrbot.slack.door.Acknowledging;
import dev.ecrbot.slack.door.HttpDelivery;
import dev.ecrbot.slack.door.HttpDoor;
import dev.ecrbot.slack.door.SeenDeliveries;
import dev.ecrbot.slack.door.SignatureCheck;
import dev.ecrbot.slack.door.SocketDoor;
import dev.ecrbot.slack.intake.Apology;
import dev.ecrbot.slack.intake.DoorContext;
import dev.ecrbot.slack.intake.HomePublisher;
import dev.ecrbot.slack.intake.HomeTabs;
import dev.ecrbot.slack.intake.Interactions;
import dev.ecrbot.slack.intake.Reception;
import dev.ecrbot.slack.intake.Service;
import dev.ecrbot.slack.intake.SlackApp;
import dev.ecrbot.slack.intake.Workers;
import dev.ecrbot.slack.message.AnswerMessage;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.web.Arrivals;
import dev.ecrbot.slack.web.CommandName;
import dev.ecrbot.slack.web.ConfiguredNames;
import dev.ecrbot.slack.web.HomeWorkspace;
import dev.ecrbot.slack.web.PrivatePost;
import dev.ecrbot.slack.web.Reply;
import dev.ecrbot.slack.web.SlackClients;
import dev.ecrbot.slack.web.SlackCourier;
import dev.ecrbot.slack.web.SlackDirectory;
import dev.ecrbot.slack.web.SlackHerald;
import dev.ecrbot.time.Took;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything Slack, wired: the ports that the desk needs, and the door through which people come. Thread-safe.
 *
 * <p>Nothing is asked of Slack before {@link #start}. Close it last: messages are still to be brought while the rest ends.
 */
public final class SlackRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackRoom.class);

    private final SlackSettings settings;
    private final SlackClients clients;
    private final HomeWorkspace home;
    private final PrivatePost privately;
    private volatile DisplayNames names;
    private final Clock clock;
    private final Heard heard;
    private final Directory directory;
    private final HomeTabs tabs;
    private final Courier courier;
    private final Arrivals arrivals;
    private final List<HomePublisher> publishers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService background =
            Executors.newScheduledThreadPool(2, work -> SocketDoor.daemon(work, "slack-background"));

    /**
     * Who is told how long things took.
     *
     * @param acknowledgements each delivery, by the door that it came through
     * @param calls each call of Slack, by its method
     */
    public record Heard(Took acknowledgements, Took calls) {
        /** Nobody is. */
        public static final Heard BY_NOBODY = new Heard(Took.unheard(), Took.unheard());
    }

    /** @param config says where Slack is, and what accounts, organizations, registries and accesses are called */
    public SlackRoom(BotConfig config, String botToken, Clock clock, Heard heard) {
        this(config.slack(), botToken, ConfiguredNames.in(config), clock, heard);
    }

    SlackRoom(SlackSettings settings, String botToken, DisplayNames names, Clock clock, Heard heard) {
        this.settings = settings;
        this.clock = clock;
        this.heard = heard;
        this.clients =
                new SlackClients(settings.apiUrl(), botToken, new CommandName(settings.command()), heard.calls());
        this.home = new HomeWorkspace(clients.web());
        this.privately = new PrivatePost(clients);
        this.names = names;
        this.directory = new SlackDirectory(clients.quickWeb(), home, clock);
        this.tabs = new HomeTabs(clock);
        this.arrivals = new Arrivals(settings.mode(), clock);
        this.courier = new SlackCourier(clients.web(), privately, this::link, () -> names, tabs::changed, clock);
    }

    public Directory directory() {
        return directory;
    }

    public Courier courier() {
        return courier;
    }

    /** Returns what tells channels what is about no request. */
    public Herald herald() {
        return new SlackHerald(clients.web());
    }

    /** Returns what tells the bot's admins how its set-up is. */
    public Teller teller() {
        return (person, from, checkup) -> {
            Reply<?> reply = privately.where(from, person.user(), new CheckupText(checkup).render());
            if (!PrivatePost.done(reply)) {
                LOG.warn("{} couldn't be told how the set-up is: {}", person, reply.why());
            }
        };
    }

    /** Returns what can be told of the app's manifest by what has come through the doors. */
    public List<Examined> arrivals() {
        return arrivals.look();
    }

    /** Calls accounts, organizations, registries and accesses as this has it from now on. */
    public void rename(BotConfig next) {
        names = ConfiguredNames.in(next);
    }

    /** Starts to find out where the bot is at home; returns at once. */
    public void start() {
        home.find(background);
    }

    /**
     * Returns the door in socket mode.
     *
     * @throws IllegalArgumentException if the token is blank
     */
    public SlackDoor socketDoor(Counter counter, String appToken) {
        if (appToken.isBlank()) {
            throw new IllegalArgumentException("the app-level token is blank");
        }
        var seen = new SeenDeliveries();
        var context = hall(counter, seen);
        return new SlackDoor(home, context, new SocketDoor(acknowledging(context), appToken));
    }

    /**
     * Returns the door in HTTP mode; the port is taken from here on.
     *
     * @throws IllegalArgumentException if the secret is blank: anyone could sign with that
     * @throws dev.ecrbot.problem.ProblemException if the port can't be listened on
     */
    public SlackDoor httpDoor(Counter counter, String signingSecret) {
        var signatures = new SignatureCheck(signingSecret, clock);
        var seen = new SeenDeliveries();
        var context = hall(counter, seen);
        return new SlackDoor(
                home,
                context,
                new HttpDoor(settings.address(), new HttpDelivery(acknowledging(context), signatures, seen)));
    }

    private Acknowledging acknowledging(DoorContext context) {
        return new Acknowledging(context.app(), heard.acknowledgements());
    }

    private DoorContext hall(Counter counter, SeenDeliveries seen) {
        var publisher = new HomePublisher(tabs, counter, clients.web(), this::words);
        publishers.add(publisher);
        publisher.start();
        var service = new Service(counter, clients.web(), privately, this::words, background);
        var workers = new Workers();
        var apology = new Apology(privately);
        var reception = new Reception(home, workers, service, tabs, apology, arrivals);
        return new DoorContext(
                SlackApp.of(clients, seen, reception, Interactions.of(counter, () -> names), apology),
                workers,
                service,
                apology);
    }

    private AnswerMessage words() {
        DisplayNames now = names;
        return new AnswerMessage(
                this::link,
                now,
                new FindingMessage(this::link, now)::render,
                status -> new StatusText(status, now).render());
    }

    private Optional<String> link(CardRef card) {
        return home.identity().map(identity -> identity.link(card.channel(), card.ts()));
    }

    @Override
    public void close() {
        background.shutdownNow();
        publishers.forEach(HomePublisher::close);
        clients.close();
    }
}
