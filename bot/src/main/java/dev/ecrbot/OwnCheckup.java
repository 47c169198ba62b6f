package dev.ecrbot;

import dev.ecrbot.aws.AwsPolicies;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Secrets;
import dev.ecrbot.desk.DeskOnDuty;
import dev.ecrbot.desk.checkup.Checkup;
import dev.ecrbot.desk.checkup.Clinic;
import dev.ecrbot.desk.checkup.StartReport;
import dev.ecrbot.desk.checkup.Teller;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.doctor.Part;
import dev.ecrbot.doctor.SetUpWords;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.time.Tempo;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the set-up of the bot that runs, on a thread of its own: when its admins ask, and once after the start. */
final class OwnCheckup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnCheckup.class);
    // A start has enough to do, and a process that dies at once has nobody to tell.
    private static final Duration AFTER_START = Duration.ofSeconds(10);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var made = new Thread(work, "doctor");
        made.setDaemon(true);
        return made;
    });
    private final StoreLedger ledger;
    private final Tempo tempo;
    private final Clock clock;
    private final Clinic clinic;
    private volatile Supplier<Optional<String>> config = Optional::empty;

    /**
     * What Slack has to do with it.
     *
     * @param teller tells the bot's admins
     * @param arrivals what can be told of the app by what has come
     */
    record InSlack(Teller teller, Supplier<List<Examined>> arrivals) {}

    OwnCheckup(StoreLedger ledger, AwsPolicies policies, Secrets secrets, InSlack slack, Tempo tempo, Clock clock) {
        this.tempo = tempo;
        this.ledger = ledger;
        this.clock = clock;
        this.clinic = new Clinic(now -> parts(now, secrets, policies, slack.arrivals()), thread, slack.teller(), clock);
    }

    Clinic clinic() {
        return clinic;
    }

    /** @param watch what looks at the bot's file, if there is one */
    void configuredBy(Optional<ConfigWatch> watch) {
        config = () -> watch.flatMap(ConfigWatch::trouble);
    }

    private List<Part> parts(BotConfig now, Secrets secrets, AwsPolicies policies, Supplier<List<Examined>> arrivals) {
        var parts = new ArrayList<Part>();
        parts.add(new Part(SetUpWords.configuration(), () -> List.of(configuration())));
        parts.add(SetUp.slack(now, secrets, clock));
        parts.add(new Part(SetUpWords.deliveries(), arrivals));
        parts.add(new Part(SetUpWords.store(), () -> {
            var found = new ArrayList<>(List.of(store(now)));
            found.addAll(OwnFolders.look(now.store()));
            return found;
        }));
        parts.addAll(SetUp.audit(now, secrets, tempo, clock));
        parts.addAll(SetUp.machines(now));
        parts.addAll(SetUp.registries(now, policies));
        return parts;
    }

    private Examined configuration() {
        return misconfigured()
                .map(trouble ->
                        Examined.wrong("config", "file", SetUpWords.fileDoesNotCount(trouble), SetUpWords.mendFile()))
                .orElseGet(() -> Examined.fine("config", "file", SetUpWords.fileCounts()));
    }

    /** The database is open; to open it once more would tell less, and of an H2 file nothing. */
    private Examined store(BotConfig now) {
        String name = now.store().url().split("[?;]", 2)[0];
        return ledger.trouble()
                .map(why -> Examined.wrong("store", name, SetUpWords.storeTrouble(why), SetUpWords.lookAtStore()))
                .orElseGet(() -> Examined.fine("store", name, SetUpWords.storeTakesWrites()));
    }

    /** Returns what keeps the bot from going by what its file says; empty if nothing does. */
    Optional<String> misconfigured() {
        return config.get();
    }

    /** Looks some seconds after the start, and has told what is to mend; nothing waits for it. */
    void afterStart(DeskOnDuty duty) {
        CompletableFuture.delayedExecutor(tempo.of(AFTER_START).toMillis(), TimeUnit.MILLISECONDS, thread)
                .execute(() -> first(duty));
    }

    private void first(DeskOnDuty duty) {
        BotConfig now = duty.now().config();
        try {
            clinic.look(now, over -> new StartReport(ledger, clock).tell(over, now.admins()));
        } catch (ProblemException e) {
            LOG.info("The set-up wasn't looked at: {}", e.problem().what());
        }
    }

    /** Returns what the last look found to mend, for the health page; empty if that was nothing, or none is over. */
    Optional<String> trouble() {
        return clinic.last().filter(over -> !over.wrong().isEmpty()).map(OwnCheckup::said);
    }

    private static String said(Checkup.Over over) {
        List<Examined> wrong = over.wrong();
        Examined first = wrong.get(0);
        return SetUpWords.toMend(
                Ends.shown(over.began().truncatedTo(ChronoUnit.MINUTES)),
                wrong.size(),
                first.check() + " " + first.subject());
    }

    /** Drops what is under way, before that which it looks at is closed. */
    @Override
    public void close() {
        clinic.close();
        thread.shutdownNow();
    }
}
