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

/**
 * Which policies others changed within the last days. A change is looked at once and, while the bot's own write may still be recorded
 * that explains it, again every few seconds that somebody asks; its documents aren't kept. Thread-safe.
 */
public final class ForeignLately {
    // By then the bot's own write is on record that may explain it, and so is what became of that.
    private static final Duration SETTLED = Duration.ofMinutes(10);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final FleetIndex index;
    private final Ledger ledger;
    private final Clock clock;
    private final Duration lately;
    private final Deque<Noticed> settled = new ArrayDeque<>();
    private final List<Noticed> young = new ArrayList<>();
    /** The last one of those settled, and the last one looked at. */
    private long last;

    private long newest;
    private Instant looked = Instant.MIN;

    /** A change by somebody else, when it was noticed. */
    public record Noticed(PolicyHolder holder, Instant at) {}

    /** @param lately how long ago a change may be */
    public ForeignLately(FleetIndex index, Ledger ledger, Duration lately, Clock clock) {
        this.index = index;
        this.ledger = ledger;
        this.lately = lately;
        this.clock = clock;
    }

    /**
     * Looks at those that are new, so that who asks doesn't wait for it. What has been looked at isn't read again every few seconds for
     * nobody: where the bot writes much that would be most of what it does.
     */
    public synchronized void prepare() {
        look(SETTLED);
    }

    /** Returns them, oldest first. */
    public synchronized List<Noticed> changes() {
        look(AGAIN);
        var all = new ArrayList<>(settled);
        all.addAll(young);
        return List.copyOf(all);
    }

    /** @param again how long ago what isn't settled may have been looked at */
    private void look(Duration again) {
        Instant now = clock.instant();
        Instant since = now.minus(lately);
        while (!settled.isEmpty() && settled.getFirst().at().isBefore(since)) {
            settled.removeFirst();
        }
        if (looked.isBefore(now.minus(again)) || now.isBefore(looked)) {
            looked = now;
            newest = last;
            young.clear();
        }
        new ChangesInParts(index, since).after(newest, part -> {
            boolean old = newest == last
                    && part.stream().allMatch(change -> change.at().isBefore(now.minus(SETTLED)));
            take(part, old ? settled : young);
            newest = part.get(part.size() - 1).seq();
            last = old ? newest : last;
        });
    }

    private void take(List<PolicyChange> part, Collection<Noticed> among) {
        ForeignChanges.of(ledger, part).forEach(change -> among.add(new Noticed(change.on(), change.noticed())));
    }
}
