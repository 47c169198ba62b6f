package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.judge.RuleForChange;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.UnreadableRow;
import dev.ecrbot.desk.ledger.Urgency;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.request.LogContext;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what the outbox holds: the most urgent first, in order for each request, again until it is there, and the newest
 * state of a card instead of older ones. Each channel, each person and the app's edits have a budget of their own, kept in the
 * ledger for all replicas; what waits for one holds up no other. Thread-safe; several may work at once, in one process or in many.
 *
 * <p>A notice is delivered within the transaction that takes it. If the process dies between Slack's answer and the commit,
 * the notice is delivered a second time: Slack offers no way to rule that out. A card whose transaction fails after that is shown
 * once more, so that what it shows last is its newest state.
 */
public final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final String OUTBOX = "outbox";

    private final Ledger ledger;
    private final Courier courier;
    private final Composer composer;
    private final FallbackCard fallbackCard;
    private final SendingLimits limits;
    private final Gathering gathering;
    private final Clock clock;
    private final Overtaken overtaken = new Overtaken();

    Postman(
            Ledger ledger,
            Courier courier,
            Composer composer,
            FallbackCard fallbackCard,
            SendingLimits limits,
            Clock clock) {
        this.ledger = ledger;
        this.courier = courier;
        this.composer = composer;
        this.fallbackCard = fallbackCard;
        this.limits = limits;
        this.gathering = new Gathering(ledger.aside(), courier, composer, limits);
        this.clock = clock;
    }

    /** What the postman brings messages with. */
    public record Bag(Courier courier, Policies policies, SendingLimits limits) {}

    /**
     * Returns a postman.
     *
     * @param fallbackChannel the id of the channel where cards go whose own channel can't be reached
     */
    public static Postman of(
            Ledger ledger, Bag bag, Optional<String> fallbackChannel, RuleForChange rules, Clock clock) {
        var fallbackCard = new FallbackCard(fallbackChannel, bag.courier());
        var composer = new Composer(bag.policies(), fallbackCard, rules, clock);
        return new Postman(ledger, bag.courier(), composer, fallbackCard, bag.limits(), clock);
    }

    /** Delivers all that is due, and that Slack takes now. */
    public void deliverDue() {
        while (deliverOne()) {
            LOG.trace("one notice dealt with");
        }
    }

    /** Deals with one notice that is due; returns false if there is none. What it can't deal with is set aside. */
    public boolean deliverOne() {
        Instant now = clock.instant();
        overtaken.showAgain(ledger, now);
        var inHand = new AtomicReference<@Nullable Notice>();
        var brought = new AtomicReference<@Nullable Notice>();
        try {
            return ledger.transact(transaction -> {
                Optional<Notice> taken =
                        transaction.outbox().take(now, ledger.aside().keys(OUTBOX, now));
                taken.ifPresent(notice -> LogContext.about(
                        notice.request(), () -> deal(transaction, notice, new Hand(inHand::set, brought::set))));
                return taken.isPresent();
            });
        } catch (ProblemException e) {
            Optional.ofNullable(brought.get()).ifPresent(overtaken::brought);
            throw e;
        } catch (RuntimeException e) {
            Optional<String> broken =
                    e instanceof UnreadableRow row && row.table().equals(OUTBOX)
                            ? Optional.of(row.key())
                            : Optional.ofNullable(inHand.get()).map(notice -> String.valueOf(notice.id()));
            ledger.aside().put(OUTBOX, broken.orElseThrow(() -> e), now, e);
            return true;
        }
    }

    /**
     * What a transaction has in hand, for when it fails.
     *
     * @param takes is told of each notice before it is looked at
     * @param brings is told of the notice that is about to be brought to Slack
     */
    private record Hand(Consumer<Notice> takes, Consumer<Notice> brings) {}

    private void deal(LedgerTransaction transaction, Notice notice, Hand hand) {
        hand.takes().accept(notice);
        Request request = transaction.requests().find(notice.request()).orElseThrow();
        Optional<Instant> held = composer.heldUntil(transaction, notice, request);
        if (held.isPresent()) {
            transaction.outbox().hold(notice.id(), held.get());
            return;
        }
        Optional<CardRef> card = transaction.requests().card(request.id());
        Slot slot = Slot.of(transaction, notice, request, card);
        boolean sorted = notice.lane().equals(Optional.of(slot.lane()));
        Instant now = clock.instant();
        // Unsorted ones come first, and something more urgent may be behind this one.
        boolean patient = slot.urgency().number() >= Urgency.NOTE.number()
                && !limits.of(slot.lane()).isUnlimited();
        Optional<Instant> free = sorted || !patient ? transaction.outbox().enter(slot.lane(), now) : Optional.empty();
        if (free.isEmpty()) {
            transaction.outbox().sort(notice.id(), slot.lane(), slot.urgency());
            return;
        }
        var parcel = new Parcel(transaction, notice, request, card, slot.lane(), free.get());
        if (!gathering.mayTake(slot) || !gathering.took(parcel, now, hand.takes())) {
            deliver(parcel, hand);
        }
    }

    private void deliver(Parcel parcel, Hand hand) {
        Optional<Message> message = composer.message(parcel);
        Optional<Instant> again = message.flatMap(some -> {
            hand.brings().accept(parcel.notice());
            Courier.Delivery delivery = courier.deliver(some);
            Instant now = clock.instant();
            parcel.spend(limits, now);
            return delivery.visit(new TriedNotice(parcel, some, courier, composer, fallbackCard, now));
        });
        again.ifPresentOrElse(
                at -> parcel.transaction().outbox().postpone(parcel.notice().id(), at), () -> {
                    Instant now = clock.instant();
                    parcel.transaction().outbox().done(parcel.notice().id(), now);
                    if (message.isPresent()) {
                        Follower.passOn(parcel, now);
                    }
                });
    }
}
