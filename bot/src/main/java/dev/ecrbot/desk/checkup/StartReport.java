package dev.ecrbot.desk.checkup;

import dev.ecrbot.config.Admins;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.KnownFaults;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.news.StartWords;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what a start found to mend: the log each time, the admins' channel of each fault once. A fault that was gone for less than
 * a day is no news when it is back, so that a process that starts again and again in a bad network says it once. Thread-safe.
 */
public record StartReport(Ledger ledger, Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final int SHOWN = 15;

    /** Tells it. */
    public void tell(Checkup.Over over, Optional<Admins> admins) {
        over.wrong()
                .forEach(fault -> LOG.warn("to mend: {} {}: {}", fault.check(), fault.subject(), Lines.inOne(fault)));
        try {
            admins.flatMap(Admins::channel)
                    .ifPresent(channel -> ledger.record(books -> {
                        Instant now = clock.instant();
                        List<Examined> news = news(books.knownFaults(), channel, over.wrong(), now);
                        if (!news.isEmpty()) {
                            int rest = over.wrong().size() - news.size();
                            books.announcements().add(announcement(channel, over.began(), news, rest), now);
                        }
                    }));
        } catch (ProblemException e) {
            LOG.warn(
                    "{} can't be told what is to mend: {}",
                    "the admins' channel",
                    e.problem().what());
        }
    }

    /** Returns what the channel doesn't know of yet, and keeps it in mind; forgets what is mended. */
    private static List<Examined> news(KnownFaults known, String channel, List<Examined> wrong, Instant now) {
        var faults = new LinkedHashMap<String, Examined>();
        wrong.forEach(fault -> faults.putIfAbsent(key(fault.check() + " " + fault.subject()), fault));
        Map<String, Instant> before = known.of(channel);
        before.forEach((fault, told) -> {
            if (!faults.containsKey(fault) && told.plus(FORGOTTEN).isBefore(now)) {
                known.remove(channel, fault);
            }
        });
        return faults.entrySet().stream()
                .filter(fault -> !before.containsKey(fault.getKey()) && known.add(channel, fault.getKey(), now))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Announcement announcement(String channel, Instant began, List<Examined> news, int rest) {
        var lines = new ArrayList<String>();
        lines.add(StartWords.heading(Ends.shown(began.truncatedTo(ChronoUnit.MINUTES))));
        news.stream()
                .limit(SHOWN)
                .forEach(fault -> lines.add(StartWords.fault(fault.check(), fault.subject(), Lines.inOne(fault))));
        if (news.size() > SHOWN) {
            lines.add(StartWords.more(news.size() - SHOWN));
        }
        if (rest > 0) {
            lines.add(StartWords.toldBefore(rest));
        }
        lines.add(StartWords.command());
        String topic = "checkup " + began.toEpochMilli() + " "
                + key(String.join("\n", lines)).substring(0, 12);
        return new Announcement(topic, channel, lines, Set.of());
    }

    private static String key(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
