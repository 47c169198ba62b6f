package dev.ecrbot.desk.watch;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.sight.ChangeLines;
import dev.ecrbot.desk.sight.ForeignChanges;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.PolicyChange;
import dev.ecrbot.policy.diff.ForeignChange;
import dev.ecrbot.problem.news.ForeignChangeWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Tells the channels of rules with {@code watch.changes} what others changed in the policies of their repositories, each change
 * once; many at a time in one message. A channel is told of what is found from the moment on that its rule says so. To be run by
 * one replica at a time. Thread-safe.
 */
public final class Watching {
    private static final Duration EVERY = Duration.ofMinutes(1);
    // What a reading has found may be kept some seconds later, and after what was found later.
    private static final Duration SETTLED = Duration.ofSeconds(30);
    // A channel whose rule stopped watching for a while isn't told what was meanwhile.
    private static final Duration NEWS = Duration.ofDays(1);
    private static final int AT_ONCE = 200;
    /** Beyond these, changes come as a list in one message. */
    private static final int EACH = 3;

    private static final int LISTED = 30;

    private final Ledger ledger;
    private final FleetIndex index;
    private final BotConfig config;
    private final WatchedRules watched;
    private final Clock clock;

    /** Returns one for the rules of this configuration. */
    public Watching(Ledger ledger, FleetIndex index, BotConfig config, Clock clock) {
        this.ledger = ledger;
        this.index = index;
        this.config = config;
        this.watched = new WatchedRules(config, rule -> rule.handling().watch().changes());
        this.clock = clock;
    }

    /** Returns what is to be done again and again. */
    public Chore chore() {
        return new Chore("watch-changes", EVERY, this::look);
    }

    /** Has every channel that watches told of what it doesn't know yet. */
    public void look() {
        watched.tell(this::look);
    }

    private void look(String channel) {
        OptionalLong mark =
                ledger.transact(transaction -> transaction.announcements().watched(channel));
        if (mark.isEmpty()) {
            long newest = index.newestChange();
            ledger.record(transaction -> transaction.announcements().watched(channel, newest));
            return;
        }
        List<PolicyChange> news = index.changesAfter(mark.getAsLong(), AT_ONCE).stream()
                .takeWhile(this::isSettled)
                .toList();
        if (!news.isEmpty()) {
            tell(channel, mark.getAsLong(), news);
        }
    }

    /** Nothing behind a change that isn't settled is told before it, or the mark would pass it by. */
    private boolean isSettled(PolicyChange change) {
        Instant now = clock.instant();
        // What was found later than now was dated by a clock that has been put right since.
        return change.at().isBefore(now.minus(SETTLED)) || change.at().isAfter(now.plus(SETTLED));
    }

    private void tell(String channel, long mark, List<PolicyChange> news) {
        Instant now = clock.instant();
        List<ForeignChange> told = ForeignChanges.of(ledger, news).stream()
                .filter(change -> change.noticed().isAfter(now.minus(NEWS)))
                .filter(change -> watched.isFor(channel, change.on()))
                .toList();
        long last = news.get(news.size() - 1).seq();
        List<Announcement> announcements = announcements(channel, told, now);
        ledger.record(transaction -> {
            // Another replica may have been faster.
            if (transaction.announcements().watched(channel).orElse(last) == mark) {
                announcements.forEach(each -> transaction.announcements().add(each, now));
                transaction.announcements().watched(channel, last);
            }
        });
    }

    private List<Announcement> announcements(String channel, List<ForeignChange> told, Instant now) {
        var words = new ChangeLines(config, now);
        if (told.size() <= EACH) {
            return told.stream()
                    .map(change ->
                            Announcement.of("change " + change.seq(), channel, words.of(change), List.of(change)))
                    .toList();
        }
        var lines = new ArrayList<String>();
        long policies = told.stream().map(ForeignChange::on).distinct().count();
        lines.add(ForeignChangeWords.several(policies, told.size()));
        told.stream().limit(LISTED).map(words::brief).forEach(lines::add);
        if (told.size() > LISTED) {
            lines.add(ForeignChangeWords.more(told.size() - LISTED));
        }
        String topic = "changes " + told.get(0).seq() + " to "
                + told.get(told.size() - 1).seq();
        return List.of(Announcement.of(topic, channel, lines, told));
    }
}
