package dev.ecrbot.desk.reload;

import dev.ecrbot.desk.ledger.Announcements.Due;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.tell.Courier.Delivery;
import dev.ecrbot.time.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has announcements told, again until they are. Thread-safe; several replicas may do so at once. */
public final class Crier {
    private static final Logger LOG = LoggerFactory.getLogger(Crier.class);
    // Longer than Slack may take to answer.
    private static final Duration IN_HAND = Duration.ofMinutes(2);
    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));

    private final Ledger ledger;
    private final Herald herald;
    private final Clock clock;

    public Crier(Ledger ledger, Herald herald, Clock clock) {
        this.ledger = ledger;
        this.herald = herald;
        this.clock = clock;
    }

    /** Tells all that is due. */
    public void tellDue() {
        Optional<Due> due = next();
        while (due.isPresent()) {
            tell(due.get());
            due = next();
        }
    }

    private Optional<Due> next() {
        Instant now = clock.instant();
        return ledger.transact(books -> books.announcements().take(now, now.plus(IN_HAND)));
    }

    private void tell(Due due) {
        Optional<Duration> again = herald.announce(due.announcement()).visit(new Told(due));
        Instant now = clock.instant();
        ledger.record(books -> again.ifPresentOrElse(
                pause -> books.announcements().postpone(due.id(), now.plus(pause)),
                () -> books.announcements().done(due.id(), now)));
    }

    /** Says after which pause it is to be told again; nothing once it is dealt with. */
    private final class Told implements Delivery.Visitor<Optional<Duration>> {
        private final Due due;

        private Told(Due due) {
            this.due = due;
        }

        @Override
        public Optional<Duration> delivered(Delivery.Delivered delivered) {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> later(Delivery.Later later) {
            LOG.warn("What {} is to be told has to wait: {}", due.announcement().channel(), later.why());
            Duration pause = PAUSES.after(due.attempts() + 1);
            return Optional.of(pause.compareTo(later.after()) > 0 ? pause : later.after());
        }

        @Override
        public Optional<Duration> throttled(Delivery.Throttled throttled) {
            return Optional.of(throttled.after());
        }

        @Override
        public Optional<Duration> undeliverable(Delivery.Undeliverable undeliverable) {
            return lost(undeliverable.why());
        }

        @Override
        public Optional<Duration> cardGone(Delivery.CardGone gone) {
            return lost(gone.why());
        }

        private Optional<Duration> lost(String why) {
            String channel = due.announcement().channel();
            String heading = due.announcement().lines().get(0);
            LOG.error("{} can't be told: {} ({})", channel, heading, why);
            ledger.record(books -> books.events()
                    .add(new Event(
                            EventKind.NOTICE_LOST,
                            Optional.empty(),
                            Optional.empty(),
                            clock.instant(),
                            Map.of(Detail.CHANNEL, channel, Detail.WHAT, heading, Detail.WHY, why))));
            return Optional.empty();
        }
    }
}
