package dev.ecrbot.store.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Walks along the chain once, and compares each link with its event. For one verification. */
final class Verification {
    private static final int MOST = 100;

    private final ChainTables tables;
    private final Duration settled;
    private final List<String> faults = new ArrayList<>();
    private final Map<Long, String> anchored = new HashMap<>();
    private long events;
    private long waiting;
    private Link head = new Link(-1, 0, 0, Instant.EPOCH, "");

    /** @param settled how long before the last link was made an event has to have had its number, or it should be in the chain */
    Verification(ChainTables tables, Duration settled) {
        this.tables = tables;
        this.settled = settled;
    }

    ChainVerdict of(List<Anchor> anchors) {
        for (Anchor anchor : anchors) {
            String other = anchored.putIfAbsent(anchor.position(), anchor.hash());
            if (other != null && !other.equals(anchor.hash())) {
                fault(ChainWords.twoAnchors(anchor.position()));
            }
        }
        int all = anchored.size();
        walk();
        loose();
        anchored.keySet().stream().sorted().forEach(position -> fault(ChainWords.wasCut(position, head.position())));
        return new ChainVerdict(faults, events, waiting, head, all - anchored.size());
    }

    private void walk() {
        List<Link> page;
        do {
            page = tables.after(head.position());
            if (!page.isEmpty()) {
                Map<Long, StoredEvent> found =
                        tables.of(page).stream().collect(Collectors.toMap(StoredEvent::seq, Function.identity()));
                page.forEach(link -> take(link, found));
            }
        } while (page.size() == ChainTables.PAGE);
    }

    private void take(Link link, Map<Long, StoredEvent> found) {
        if (link.position() != head.position() + 1) {
            fault(ChainWords.linkMissing(head.position() + 1));
        }
        if (link.position() == 0) {
            first(link);
        } else {
            Optional.ofNullable(found.get(link.event()))
                    .ifPresentOrElse(
                            event -> compare(link, event),
                            () -> fault(ChainWords.eventGone(link.event(), link.position())));
        }
        String anchor = anchored.remove(link.position());
        if (anchor != null && !anchor.equals(link.hash())) {
            fault(ChainWords.madeAnew(link.position()));
        }
        events += link.events();
        // What comes after a fault is compared with what stands there, or each later link would be one.
        head = link;
    }

    private void first(Link link) {
        var hash = LinkHash.first(link.at());
        tables.eachUpTo(link.event(), hash::add);
        if (!hash.link(link.event()).equals(link)) {
            fault(ChainWords.beginningChanged(link.event()));
        }
    }

    private void compare(Link link, StoredEvent event) {
        if (!LinkHash.next(link.position(), head.hash(), event, link.at()).equals(link)) {
            fault(ChainWords.eventChanged(event.seq(), link.position()));
        }
    }

    /** Looks for events that no link covers. */
    private void loose() {
        if (head.position() < 0) {
            fault(ChainWords.noChain());
            return;
        }
        // Going by the clock of the last link and not by that of now: the bot may have been away since.
        long bound = EventChain.settled(tables, head.at().minus(settled));
        List<StoredEvent> page;
        long from = EventChain.settled(tables, Instant.MIN);
        do {
            page = tables.unlinked(from);
            for (StoredEvent event : page) {
                from = event.seq();
                if (from > bound) {
                    waiting++;
                } else {
                    fault(ChainWords.notInChain(from));
                }
            }
        } while (page.size() == ChainTables.PAGE);
    }

    private void fault(String what) {
        if (faults.size() < MOST) {
            faults.add(what);
        }
    }
}
