package dev.ecrbot.desk.sight;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.PolicyChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Which policies others changed within the last days. Each change is looked at once, and its documents aren't kept. Thread-safe. */
public final class ForeignLately {
    // By then the bot's own write is on record that may explain it, and so is what became of that.
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final FleetIndex index;
    private final Ledger ledger;
    private final Clock clock;
    private final Duration lately;
    private final Deque<Noticed> settled = new ArrayDeque<>();
    private long last;

    /** A change by somebody else, when it was noticed. */
    public record Noticed(PolicyHolder holder, Instant at) {}

    /** @param lately how long ago a change may be */
    public ForeignLately(FleetIndex index, Ledger ledger, Duration lately, Clock clock) {
        this.index = index;
        this.ledger = ledger;
        this.lately = lately;
        this.clock = clock;
    }

    /** Returns them, oldest first. */
    public synchronized List<Noticed> changes() {
        Instant now = clock.instant();
        Instant since = now.minus(lately);
        while (!settled.isEmpty() && settled.getFirst().at().isBefore(since)) {
            settled.removeFirst();
        }
        var young = new ArrayList<Noticed>();
        var open = new AtomicBoolean();
        new ChangesInParts(index, since).after(last, part -> {
            boolean all = part.stream().allMatch(change -> change.at().isBefore(now.minus(SETTLED)));
            open.compareAndSet(false, !all);
            take(part, open.get() ? young : settled);
            last = open.get() ? last : part.get(part.size() - 1).seq();
        });
        var all = new ArrayList<>(settled);
        all.addAll(young);
        return List.copyOf(all);
    }

    private void take(List<PolicyChange> part, Collection<Noticed> among) {
        ForeignChanges.of(ledger, part).forEach(change -> among.add(new Noticed(change.on(), change.noticed())));
    }
}
