package dev.ecrbot.desk.watch;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.index.FleetIndex;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * Tells the channels of rules with {@code watch.digest} once a week how things are: on Monday from 08:00 UTC on, and not later than
 * two days after that, if no bot ran before. To be run by one replica at a time; each week is told once. Thread-safe.
 */
public final class WeeklyDigest {
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration LATEST = Duration.ofDays(2);
    private static final LocalTime BEGINS = LocalTime.of(8, 0);

    private final Ledger ledger;
    private final WatchedRules watched;
    private final DigestLines lines;
    private final Clock clock;

    /** Returns one for the rules of this configuration. */
    public WeeklyDigest(Ledger ledger, FleetIndex index, BotConfig config, Clock clock) {
        this.ledger = ledger;
        this.watched = new WatchedRules(config, rule -> rule.handling().watch().digest());
        this.lines = new DigestLines(ledger, index, config, watched, clock);
        this.clock = clock;
    }

    /** Returns what is to be done again and again. */
    public Chore chore() {
        return new Chore("weekly-digest", EVERY, this::look);
    }

    /** Has every channel told that is to be, and isn't yet. */
    public void look() {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        ZonedDateTime due =
                now.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).with(BEGINS);
        if (!now.isBefore(due) && now.isBefore(due.plus(LATEST))) {
            String topic = String.format(
                    Locale.ROOT,
                    "digest %d-W%02d",
                    now.get(IsoFields.WEEK_BASED_YEAR),
                    now.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            watched.tell(channel -> tell(topic, channel));
        }
    }

    private void tell(String topic, String channel) {
        if (ledger.<Boolean>transact(transaction -> transaction.announcements().isKnown(topic, channel))) {
            return;
        }
        Announcement told = lines.of(topic, channel);
        ledger.record(transaction -> transaction.announcements().add(told, clock.instant()));
    }
}
