package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestState;
import dev.ecrbot.desk.tell.Courier.Delivery;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.time.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A notice that the courier has tried to deliver: records what came of it, and returns when it is to be tried again; nothing
 * once it is dealt with. For one delivery, within the transaction that took the notice.
 *
 * @param card where the request's card stood before
 */
record TriedNotice(
        LedgerTransaction transaction,
        Notice notice,
        Request request,
        Optional<CardRef> card,
        FallbackCard fallbackCard,
        Instant now)
        implements Delivery.Visitor<Optional<Instant>> {
    private static final Logger LOG = LoggerFactory.getLogger(TriedNotice.class);
    private static final Backoff PAUSES = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(60));

    @Override
    public Optional<Instant> delivered(Delivery.Delivered delivered) {
        delivered
                .card()
                .ifPresent(where -> transaction
                        .requests()
                        .card(request.id(), new CardRef(where.channel(), where.ts(), request.version())));
        return Optional.empty();
    }

    @Override
    public Optional<Instant> later(Delivery.Later later) {
        LOG.warn("{} of {} has to wait: {}", notice.kind(), request.id(), later.why());
        return again(later);
    }

    @Override
    public Optional<Instant> undeliverable(Delivery.Undeliverable lost) {
        boolean inChannel = notice.kind() == Notice.Kind.CARD
                || (card.isPresent() && Notice.Kind.IN_THREAD.contains(notice.kind()));
        return inChannel ? wayAround(lost.why()) : lose(lost.why());
    }

    private Optional<Instant> wayAround(String why) {
        return fallbackCard.tried(transaction, request, why, now).visit(new Delivery.Visitor<>() {
            @Override
            public Optional<Instant> delivered(Delivery.Delivered delivered) {
                // What belongs into its thread can be brought there from now on.
                return notice.kind() == Notice.Kind.CARD ? Optional.empty() : Optional.of(now);
            }

            @Override
            public Optional<Instant> later(Delivery.Later later) {
                return again(later);
            }

            @Override
            public Optional<Instant> undeliverable(Delivery.Undeliverable undeliverable) {
                return lose(why);
            }
        });
    }

    private Optional<Instant> again(Delivery.Later later) {
        Duration pause = PAUSES.after(notice.attempts() + 1);
        return Optional.of(now.plus(pause.compareTo(later.after()) > 0 ? pause : later.after()));
    }

    private Optional<Instant> lose(String why) {
        LOG.error("{} of {} can't be delivered: {}", notice.kind(), request.id(), why);
        transaction
                .events()
                .add(new Event(
                        EventKind.NOTICE_LOST,
                        Optional.of(request.id()),
                        Optional.empty(),
                        now,
                        Map.of("notice", notice.kind().name(), Detail.WHY, why)));
        if (notice.kind() == Notice.Kind.CARD && request.stage().state() == RequestState.PENDING) {
            failUnseen(why);
        }
        return Optional.empty();
    }

    // A request that nobody can see would wait for ever.
    private void failUnseen(String why) {
        var problem = new Problem(
                Code.SLACK_UNAVAILABLE,
                "The card of " + request.id() + " can't be shown in the approvers' channel: " + why + ".",
                "Ask whoever runs the bot to invite it there, or to name another channel in the rule; then ask again.");
        Request failed = request.failed(problem, now);
        transaction.requests().lock(request.id());
        transaction.requests().update(failed);
        transaction.events().add(AuditEvents.failed(failed, problem));
        transaction.outbox().add(request.id(), Notice.Kind.FAILED, Map.of(), now);
    }
}
