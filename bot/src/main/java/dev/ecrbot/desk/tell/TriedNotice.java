package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Courier.Delivery;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.SlackProblems;
import dev.ecrbot.time.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A notice that the courier has tried to deliver: records what came of it, and returns when it is to be tried again; nothing
 * once it is dealt with. For one delivery, within the transaction that took the notice.
 *
 * @param message what was to be delivered
 */
record TriedNotice(
        Parcel parcel, Message message, Courier courier, Composer composer, FallbackCard fallbackCard, Instant now)
        implements Delivery.Visitor<Optional<Instant>> {
    private static final Logger LOG = LoggerFactory.getLogger(TriedNotice.class);
    private static final Backoff PAUSES = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(60));
    /** Slack's words for a channel that the bot can't get into by itself. */
    private static final Set<String> UNINVITED = Set.of("not_in_channel", "channel_not_found");

    /** Returns when a notice is tried again that has to wait for at least so long. */
    static Instant again(Notice notice, Duration after, Instant now) {
        Duration pause = PAUSES.after(notice.attempts() + 1);
        return now.plus(pause.compareTo(after) > 0 ? pause : after);
    }

    @Override
    public Optional<Instant> delivered(Delivery.Delivered delivered) {
        delivered.card().ifPresent(this::stands);
        return Optional.empty();
    }

    private void stands(CardRef where) {
        if (message instanceof BundleCard common) {
            transaction().bundles().card(request().id(), new CardRef(where.channel(), where.ts(), common.version()));
        } else {
            transaction()
                    .requests()
                    .card(
                            request().id(),
                            new CardRef(where.channel(), where.ts(), request().version(), where.thread()));
            if (message instanceof Message.Card card && Called.leavesOutInformed(card)) {
                transaction().outbox().cardAgain(request().id(), now);
            }
        }
    }

    @Override
    public Optional<Instant> later(Delivery.Later later) {
        LOG.warn("{} of {} has to wait: {}", notice().kind(), request().id(), later.why());
        return Optional.of(again(notice(), later.after(), now));
    }

    @Override
    public Optional<Instant> throttled(Delivery.Throttled throttled) {
        Instant until = now.plus(throttled.after());
        LOG.warn("Slack takes nothing {} for {}", parcel.lane().name(), throttled.after());
        transaction().outbox().close(parcel.lane(), until);
        return Optional.of(until);
    }

    @Override
    public Optional<Instant> cardGone(Delivery.CardGone gone) {
        Optional<String> channel = parcel.card().map(CardRef::channel);
        if (channel.isEmpty()) {
            return lose(gone.why());
        }
        boolean waits = request().stage().state() == RequestState.PENDING;
        LOG.warn("The card of {} is gone from its channel ({})", request().id(), gone.why());
        Message instead = waits
                ? composer.cards().card(transaction(), request(), Optional.empty())
                : new Message.Listed(channel.get(), List.of(message));
        Delivery delivery = courier.deliver(instead);
        return delivery instanceof Delivery.CardGone ? lose(gone.why()) : again(delivery, waits);
    }

    // What belongs into the thread of a card that was posted anew can be brought there from now on.
    private Optional<Instant> again(Delivery delivery, boolean cardAnew) {
        Optional<Instant> again = delivery.visit(this);
        return cardAnew && delivery.card().isPresent() ? Optional.of(now) : again;
    }

    @Override
    public Optional<Instant> undeliverable(Delivery.Undeliverable lost) {
        boolean inChannel = notice().kind() == Notice.Kind.CARD
                || (parcel.card().isPresent() && Notice.Kind.IN_THREAD.contains(notice().kind()));
        return inChannel ? wayAround(lost.why()) : lose(lost.why());
    }

    private Optional<Instant> wayAround(String why) {
        return fallbackCard.tried(transaction(), request(), why, now).visit(new Delivery.Visitor<>() {
            @Override
            public Optional<Instant> delivered(Delivery.Delivered delivered) {
                // What belongs into its thread can be brought there from now on.
                return notice().kind() == Notice.Kind.CARD ? Optional.empty() : Optional.of(now);
            }

            @Override
            public Optional<Instant> later(Delivery.Later later) {
                return Optional.of(TriedNotice.again(notice(), later.after(), now));
            }

            @Override
            public Optional<Instant> throttled(Delivery.Throttled throttled) {
                return Optional.of(now.plus(throttled.after()));
            }

            @Override
            public Optional<Instant> cardGone(Delivery.CardGone gone) {
                return lose(gone.why());
            }

            @Override
            public Optional<Instant> undeliverable(Delivery.Undeliverable undeliverable) {
                return lose(why);
            }
        });
    }

    private Optional<Instant> lose(String why) {
        LOG.error("{} of {} can't be delivered: {}", notice().kind(), request().id(), why);
        transaction()
                .events()
                .add(new Event(
                        EventKind.NOTICE_LOST,
                        Optional.of(request().id()),
                        Optional.empty(),
                        now,
                        Map.of("notice", notice().kind().name(), Detail.WHY, why)));
        if (notice().kind() == Notice.Kind.CARD && request().stage().state() == RequestState.PENDING) {
            failUnseen(request(), why);
        }
        if (message instanceof BundleCard common) {
            common.waiting().forEach(request -> failUnseen(request, why));
        }
        return Optional.empty();
    }

    // A request that nobody can see would wait for ever.
    private void failUnseen(Request unseen, String why) {
        Problem problem = UNINVITED.contains(why)
                ? SlackProblems.notInvited(unseen.id().toString(), why)
                : SlackProblems.cardNotShown(unseen.id().toString(), why);
        Request failed = unseen.failed(problem, now);
        transaction().requests().lock(unseen.id());
        transaction().requests().update(failed);
        transaction().events().add(AuditEvents.failed(failed, problem));
        transaction().outbox().add(unseen.id(), Notice.Kind.FAILED, Map.of(), now);
    }

    private LedgerTransaction transaction() {
        return parcel.transaction();
    }

    private Notice notice() {
        return parcel.notice();
    }

    private Request request() {
        return parcel.request();
    }
}
