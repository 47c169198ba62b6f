package dev.ecrbot.store.chain;

import dev.ecrbot.store.database.Failures;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The chain of hashes over the events. It is made after the transactions that add events, and not in them: those would have
 * to wait for each other. So an event may come into the chain after one with a higher number, if it was committed later.
 * Thread-safe.
 *
 * <p>Two replicas at it at once do no harm: both make the same link, and the database takes one.
 */
public final class EventChain {

    /** Longer than any transaction takes: what has a lower number than an event of then is there by now, or never will be. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    /** After so long all numbers are looked through, for what a process that was paused committed late after all. */
    private static final Duration SWEEP = Duration.ofDays(1);

    private final Jdbi jdbi;
    private volatile Optional<Instant> swept = Optional.empty();

    public EventChain(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes all events into the chain that aren't in it yet.
     *
     * @return the end of the chain
     * @throws dev.ecrbot.problem.ProblemException if the database can't be used
     */
    public Link extend(Instant time) {
        // As the database keeps it, since it goes into the hash.
        Instant now = time.truncatedTo(ChronoUnit.MICROS);
        Link head = begun(now);
        boolean all = swept.filter(last -> !now.isBefore(last) && now.isBefore(last.plus(SWEEP)))
                .isEmpty();
        long settled = running(handle -> settled(new ChainTables(handle), all ? Instant.MIN : now.minus(SETTLED)));
        Optional<Link> further = Optional.of(head);
        while (further.isPresent()) {
            head = further.get();
            further = unlessDoneByOthers(handle -> extended(new ChainTables(handle), settled, now));
        }
        if (all) {
            swept = Optional.of(now);
        }
        return head;
    }

    private Link begun(Instant now) {
        return running(handle -> new ChainTables(handle).head())
                .or(() -> unlessDoneByOthers(handle -> Optional.of(first(new ChainTables(handle), now))))
                .orElseGet(
                        () -> running(handle -> new ChainTables(handle).head()).orElseThrow());
    }

    private static Link first(ChainTables tables, Instant now) {
        long last = tables.lastEventBefore(now.minus(SETTLED));
        var hash = LinkHash.first(now);
        tables.eachUpTo(last, hash::add);
        Link first = hash.link(last);
        tables.add(first);
        return first;
    }

    /** Returns the number up to which no event was on its way any more at this time. */
    static long settled(ChainTables tables, Instant time) {
        long first = tables.after(-1).get(0).event();
        return time.equals(Instant.MIN)
                ? first
                : Math.max(first, tables.before(time).map(Link::event).orElse(first));
    }

    /** Returns the new end of the chain; empty if there was nothing more. */
    private static Optional<Link> extended(ChainTables tables, long settled, Instant now) {
        Link head = tables.head().orElseThrow();
        List<StoredEvent> events = tables.unlinked(settled);
        for (StoredEvent event : events) {
            head = LinkHash.next(head.position() + 1, head.hash(), event, now);
            tables.add(head);
        }
        return events.isEmpty() ? Optional.empty() : Optional.of(head);
    }

    /** Returns the end of the chain as it is now; empty if there is none. */
    public Optional<Link> end() {
        return running(handle -> new ChainTables(handle).head());
    }

    /** Compares everything with the chain, and the chain with heads of it that were kept elsewhere. */
    public ChainVerdict verify(List<Anchor> anchors) {
        return running(handle -> verify(handle, anchors));
    }

    static ChainVerdict verify(Handle handle, List<Anchor> anchors) {
        return new Verification(new ChainTables(handle), SETTLED).of(anchors);
    }

    /** Whoever came first has made the same links. */
    private Optional<Link> unlessDoneByOthers(Function<Handle, Optional<Link>> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (JdbiException e) {
            if (Failures.isDuplicate(e)) {
                return Optional.empty();
            }
            throw Failures.unavailable(e);
        }
    }

    private <T> T running(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (JdbiException e) {
            throw Failures.unavailable(e);
        }
    }
}
