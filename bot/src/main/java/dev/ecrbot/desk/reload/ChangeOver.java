package dev.ecrbot.desk.reload;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.KeptConfiguration;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.reload.ConfigNews.Told;
import dev.ecrbot.problem.news.ConfigNewsWords;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records which configuration is taken up, and has channels told what became of the one before: at a start as well as while the
 * bot runs, and once, however many replicas take it up. Thread-safe.
 */
public final class ChangeOver {
    private static final int DIGEST_SHOWN = 12;

    private final Ledger ledger;
    private final Clock clock;

    public ChangeOver(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A configuration, as it is recorded. */
    public record Taken(BotConfig config, String digest, String body) {}

    /** Makes a configuration of the text that was recorded of it; empty where this version can't read it. */
    @FunctionalInterface
    public interface Reader {
        Optional<BotConfig> read(String body);
    }

    /**
     * Records that this configuration is taken up, unless it was the last that was.
     *
     * @param waiting the sections of its file that count after a restart only
     * @return the one before, where it was another and can be read
     * @throws dev.ecrbot.problem.ProblemException if it can't be recorded: then it isn't to be taken up
     */
    public Optional<BotConfig> record(Taken taken, List<String> waiting, Reader reader) {
        boolean recorded = false;
        Optional<BotConfig> before = Optional.empty();
        while (!recorded) {
            Optional<KeptConfiguration> last =
                    ledger.transact(books -> books.configurations().last());
            boolean same =
                    last.filter(kept -> kept.digest().equals(taken.digest())).isPresent();
            before = last.filter(kept -> !same).flatMap(kept -> reader.read(kept.body()));
            recorded = same || recorded(last, before, taken, waiting);
        }
        return before;
    }

    /** Has the cards of requests that wait show what another configuration makes of them, by which the desk goes from now on. */
    public void showAgain(BotConfig before, BotConfig now) {
        new WaitingCards(ledger, clock).showAgain(before, now);
    }

    /** Returns since when another configuration than this one is the last that was taken up; empty if this one is. */
    public Optional<Instant> overtaken(String digest) {
        return ledger.<Optional<KeptConfiguration>>transact(
                        books -> books.configurations().last())
                .filter(last -> !last.digest().equals(digest))
                .map(KeptConfiguration::takenAt);
    }

    /** Has the channel told, once for each topic, what is wrong with the configuration's files. */
    public void tellBroken(Optional<String> channel, String digest, List<String> lines) {
        Instant now = clock.instant();
        channel.ifPresent(where -> ledger.record(
                books -> books.announcements().add(new Announcement("broken " + digest, where, lines, Set.of()), now)));
    }

    // Another replica may be faster; then it is looked at again what was before.
    private boolean recorded(
            Optional<KeptConfiguration> last, Optional<BotConfig> before, Taken taken, List<String> waiting) {
        Instant now = clock.instant();
        long number = last.map(KeptConfiguration::number).orElse(0L) + 1;
        Optional<ConfigNews> news = before.map(some -> new ConfigNews(some, taken.config(), waiting));
        Map<String, Told> told = news.map(some -> some.byChannel(now)).orElseGet(() -> unknown(last, taken, now));
        return ledger.transact(books -> {
            boolean first =
                    books.configurations().add(new KeptConfiguration(number, taken.digest(), taken.body(), now));
            if (first && last.isPresent()) {
                add(
                        books,
                        last.get(),
                        taken,
                        news.map(ConfigNews::summary).orElseGet(ConfigNewsWords::unreadable),
                        now);
                told.forEach((channel, some) -> books.announcements()
                        .add(new Announcement("configuration " + number, channel, some.lines(), some.people()), now));
            }
            return first;
        });
    }

    /** Who may do what that they couldn't isn't known then; that something may be so is. */
    private static Map<String, Told> unknown(Optional<KeptConfiguration> last, Taken taken, Instant now) {
        return last.map(kept -> ConfigNews.unknown(taken.config(), now, ConfigNewsWords.unreadable()))
                .orElse(Map.of());
    }

    private static void add(LedgerTransaction books, KeptConfiguration last, Taken taken, String summary, Instant now) {
        books.events()
                .add(new Event(
                        EventKind.CONFIG_CHANGED,
                        Optional.empty(),
                        Optional.empty(),
                        now,
                        Map.of(
                                Detail.FROM, last.digest().substring(0, DIGEST_SHOWN),
                                Detail.TO, taken.digest().substring(0, DIGEST_SHOWN),
                                Detail.WHAT, summary)));
    }
}
