package dev.ecrbot.desk.ledger;

import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.time.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows that this process can't deal with: a newer version wrote them, something broke them, or a mistake of the bot's own
 * comes up at them. Each holds up itself and nothing else: it is left as it is, for a version that can read it, and looked at
 * again later. Kept in mind only, so that no version decides for another. Thread-safe.
 */
public final class SetAside {
    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);
    private static final Backoff PAUSES = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));

    private record Row(String table, String key) {}

    private record Failure(int times, Instant again) {}

    private final Map<Row, Failure> rows = new ConcurrentHashMap<>();

    /** Notes a row that can't be read, and that whoever met it went on without. */
    public void met(UnreadableRow row) {
        rows.computeIfAbsent(new Row(row.table(), row.key()), key -> {
            LOG.error("{}; it is set aside, and everything else goes on", row.getMessage(), row);
            return new Failure(0, Instant.MIN);
        });
    }

    /** Leaves a row alone for a while: a minute, and each time twice as long, up to an hour. */
    public void put(String table, String key, Instant now, RuntimeException why) {
        rows.compute(new Row(table, key), (row, last) -> {
            int times = last == null ? 1 : last.times() + 1;
            Duration pause = PAUSES.after(times);
            LOG.error("{} {} is set aside for {}, and everything else goes on", table, key, pause, why);
            return new Failure(times, now.plus(pause));
        });
    }

    /** Returns the keys of those rows of a table that are to be left alone now. */
    public Set<String> keys(String table, Instant now) {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().table().equals(table))
                .filter(row -> row.getValue().again().isAfter(now))
                .map(row -> row.getKey().key())
                .collect(Collectors.toSet());
    }

    /**
     * Does some work with each of these; what fails is set aside, and the rest goes on.
     *
     * @throws ProblemException what one of them says can't be done now, since that is likely to go for all
     */
    public <T> void each(String table, Collection<T> items, Function<T, String> key, Instant now, Consumer<T> work) {
        Set<String> aside = keys(table, now);
        for (T item : items) {
            if (!aside.contains(key.apply(item))) {
                each(table, key.apply(item), now, () -> work.accept(item));
            }
        }
    }

    private void each(String table, String key, Instant now, Runnable work) {
        try {
            work.run();
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            put(table, key, now, e);
        }
    }

    /** Returns how many rows of each table were set aside since the process started. */
    public Map<String, Long> counted() {
        return rows.keySet().stream().collect(Collectors.groupingBy(Row::table, TreeMap::new, Collectors.counting()));
    }
}
