package dev.ecrbot.webhook;

import dev.ecrbot.desk.ledger.Forwarded;
import dev.ecrbot.desk.ledger.Forwarded.Item;
import dev.ecrbot.desk.ledger.Forwarded.Mark;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.time.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the audit trail on: each event at least once, in the order of the chain, and none before those before it were taken. Whoever dies
 * between the answer and its record sends the same again. Nothing waits for it. For one thread at a time; {@link #trouble} and {@link #lag} are for any.
 */
public final class Forwarding {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);
    private static final String NAME = "webhook";
    private static final int AT_ONCE = 50;
    // Then others have their turn, and the process can end.
    private static final int MOST_BATCHES = 20;
    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    private final Ledger ledger;
    private final Endpoint endpoint;
    private final Function<List<Item>, byte[]> writer;
    private final Clock clock;
    private int failures;
    private Instant notBefore = Instant.MIN;
    private volatile Optional<String> trouble = Optional.empty();

    /** @param writer makes one body of some events */
    public Forwarding(Ledger ledger, Endpoint endpoint, Function<List<Item>, byte[]> writer, Clock clock) {
        this.ledger = ledger;
        this.endpoint = endpoint;
        this.writer = writer;
        this.clock = clock;
    }

    /** Hands on what there is, unless it is too early after a failure. */
    public void look() {
        for (int batch = 0; batch < MOST_BATCHES && !clock.instant().isBefore(notBefore); batch++) {
            if (!handedOn()) {
                return;
            }
        }
    }

    /** Returns what is wrong, for the health page; empty if nothing is. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Returns how old the oldest event is that wasn't handed on yet. */
    public Duration lag() {
        Optional<Instant> oldest = ledger.transact(books -> {
            Forwarded forwarded = books.forwarded();
            return forwarded.oldest(forwarded.last(NAME));
        });
        return oldest.map(at -> Duration.between(at, clock.instant())).orElse(Duration.ZERO);
    }

    /** Hands some on; returns whether it is worth while to go on. */
    private boolean handedOn() {
        Mark before = ledger.transact(books -> books.forwarded().last(NAME));
        List<Item> items = ledger.transact(books -> books.forwarded().next(before, atOnce()));
        if (items.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        Optional<String> why;
        try {
            why = endpoint.post(writer.apply(items), now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (why.isPresent()) {
            failed(why.get(), now);
            return false;
        }
        failures = 0;
        trouble = Optional.empty();
        Mark last = items.get(items.size() - 1).mark();
        return ledger.transact(books -> books.forwarded().move(NAME, before, last, now));
    }

    /** What is too much at once for whoever takes it, they get in smaller parts. */
    private int atOnce() {
        return Math.max(1, AT_ONCE >> Math.min(failures, 10));
    }

    private void failed(String why, Instant now) {
        failures++;
        Duration pause = PAUSES.after(failures);
        notBefore = now.plus(pause);
        trouble = Optional.of(EndpointWords.notTaken(endpoint.toString(), why));
        LOG.warn("The audit trail isn't taken by {}: {}; the next try is in {}", endpoint, why, pause);
    }
}
