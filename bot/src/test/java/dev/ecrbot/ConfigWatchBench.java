package dev.ecrbot;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.Announcements.Due;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.reload.ChangeOver;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A configuration's file, and what becomes of those who watch it. */
final class ConfigWatchBench implements AutoCloseable {
    static final String FIRST = """
            slack:
              fallback_channel: C0FALLBACK
            registries:
              central:
                account: "111111111111"
                regions: [us-west-2]
            accounts:
              sales: "222222222222"
            rules:
              - name: web
                repositories: ["web/*"]
                access: [pull]
                to: [sales]
                requesters: [anyone]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
            """;
    static final String SECOND = FIRST.replace("U0APPROVER1", "U0APPROVER2");
    static final String BROKEN = FIRST.replace("requesters", "requestors");

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T10:00:00Z"));
    final List<BotConfig> takenUp = new ArrayList<>();
    final List<Announcement> told = new ArrayList<>();
    final StoreLedger ledger = StoreLedger.open(MigratedH2.fresh(), Optional.empty());
    final Path directory;
    Path file;

    ConfigWatchBench(Path directory) throws IOException {
        this.directory = directory;
        this.file = Files.writeString(directory.resolve("ecr-bot.yml"), FIRST);
    }

    ConfigWatch started() {
        ConfigReader.Loaded loaded = ConfigReader.load(file);
        var running = ((Reading.Valid<BotConfig>) loaded.reading()).value();
        var watch = new ConfigWatch(file, running, loaded.copy(), new ChangeOver(ledger, clock), takenUp::add);
        watch.look();
        return watch;
    }

    static void looks(ConfigWatch watch, int times) {
        for (int time = 0; time < times; time++) {
            watch.look();
        }
    }

    static String approvers(BotConfig config) {
        return config.rules().all().get(0).approvers().people().toString();
    }

    List<Announcement> told() {
        Optional<Due> due = next();
        while (due.isPresent()) {
            told.add(due.get().announcement());
            due = next();
        }
        return told;
    }

    private Optional<Due> next() {
        return ledger.transact(books ->
                books.announcements().take(clock.instant(), clock.instant().plusSeconds(60)));
    }

    int recorded() {
        var found = new ArrayList<EventKind>();
        ledger.record(books ->
                books.events().each(recorded -> found.add(recorded.event().kind())));
        return (int) found.stream().filter(EventKind.CONFIG_CHANGED::equals).count();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
