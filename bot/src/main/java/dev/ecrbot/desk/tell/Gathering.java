package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Outbox;
import dev.ecrbot.desk.ledger.SetAside;
import dev.ecrbot.desk.ledger.Urgency;
import dev.ecrbot.desk.tell.Courier.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lists notes for threads in one message of their channel where they come in crowds: whoever reads along would see one thread
 * after the other light up, and Slack would take them for many minutes. In a crowd a note waits for others, a minute at most.
 */
final class Gathering {
    /** As many as fit into one message. */
    private static final int MOST = 30;

    private final SetAside aside;
    private final Courier courier;
    private final Composer composer;
    private final SendingLimits limits;

    Gathering(SetAside aside, Courier courier, Composer composer, SendingLimits limits) {
        this.aside = aside;
        this.courier = courier;
        this.composer = composer;
        this.limits = limits;
    }

    /** Returns whether what has to be sent there may have to wait for others. */
    boolean mayTake(Slot slot) {
        return slot.urgency() == Urgency.NOTE && limits.notes() < Integer.MAX_VALUE;
    }

    /**
     * Holds the note, or tells it together with others of its lane.
     *
     * @param inHand is told of each notice before it is looked at
     * @return whether it did either; else the note goes alone
     */
    boolean took(Parcel parcel, Instant now, Consumer<Notice> inHand) {
        Outbox outbox = parcel.transaction().outbox();
        List<Notice> waiting = outbox.notes(parcel.lane(), aside.keys("outbox", now), MOST);
        boolean few = Math.max(waiting.size(), outbox.notesSince(parcel.lane(), now.minus(limits.window())))
                <= limits.notes();
        if (few || waiting.isEmpty() || parcel.card().isEmpty()) {
            return false;
        }
        Instant over = waiting.get(0).createdAt().plus(limits.window());
        if (waiting.size() < MOST && now.isBefore(over)) {
            outbox.hold(parcel.notice().id(), over);
            return true;
        }
        return listed(parcel, waiting, now, inHand);
    }

    private boolean listed(Parcel first, List<Notice> waiting, Instant now, Consumer<Notice> inHand) {
        var notices = new ArrayList<Notice>();
        var messages = new ArrayList<Message>();
        for (Notice notice : waiting) {
            inHand.accept(notice);
            Parcel parcel = first.with(notice);
            if (parcel.card().isPresent()
                    && composer.heldUntil(parcel.transaction(), notice, parcel.request())
                            .isEmpty()) {
                notices.add(notice);
                composer.message(parcel).ifPresent(messages::add);
            }
        }
        inHand.accept(first.notice());
        Optional<String> channel = first.card().map(CardRef::channel);
        if (messages.size() < 2 || channel.isEmpty()) {
            return false;
        }
        Delivery delivery = courier.deliver(new Message.Listed(channel.get(), messages));
        first.spend(limits, now);
        return delivery.visit(new Told(first, notices, now));
    }

    /** Records what came of a list; returns false if its notes have to go one by one. */
    private record Told(Parcel first, List<Notice> notices, Instant now) implements Delivery.Visitor<Boolean> {
        @Override
        public Boolean delivered(Delivery.Delivered delivered) {
            notices.forEach(notice -> outbox().done(notice.id(), now));
            return true;
        }

        @Override
        public Boolean later(Delivery.Later later) {
            notices.forEach(notice -> outbox().postpone(notice.id(), TriedNotice.again(notice, later.after(), now)));
            return true;
        }

        @Override
        public Boolean undeliverable(Delivery.Undeliverable undeliverable) {
            return false;
        }

        @Override
        public Boolean throttled(Delivery.Throttled throttled) {
            outbox().close(first.lane(), now.plus(throttled.after()));
            return true;
        }

        @Override
        public Boolean cardGone(Delivery.CardGone gone) {
            return false;
        }

        private Outbox outbox() {
            return first.transaction().outbox();
        }
    }
}
