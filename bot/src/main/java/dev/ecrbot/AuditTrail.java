package dev.ecrbot;

import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.store.chain.AnchorFile;
import dev.ecrbot.store.chain.EventChain;
import dev.ecrbot.store.chain.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Keeps the chain over the audit trail up, and its heads where whoever can write to the database can't. */
final class AuditTrail {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final EventChain chain;
    private final Optional<AnchorFile> anchors;
    private final Clock clock;

    AuditTrail(EventChain chain, Optional<Path> anchors, Clock clock) {
        this.chain = chain;
        this.anchors = anchors.map(AnchorFile::new);
        this.clock = clock;
    }

    /** Returns the chore that keeps it up. */
    static Chore chore(EventChain chain, Optional<Path> anchors, Clock clock) {
        return new Chore("chain-events", EVERY, new AuditTrail(chain, anchors, clock)::keepUp);
    }

    /** Takes in what was recorded since the last time; a head that can't be kept is tried again the next time. */
    void keepUp() {
        Link head = chain.extend(clock.instant());
        if (anchors.isPresent()) {
            try {
                anchors.get().append(head);
            } catch (IOException e) {
                throw new UncheckedIOException("the audit trail's head can't be kept in the file of store.anchors", e);
            }
        }
    }
}
