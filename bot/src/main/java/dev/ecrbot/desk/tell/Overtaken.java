package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.LogContext;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cards that were brought to Slack by a transaction which failed. The database ends a transaction that stands idle for long, as one
 * does whose process was stopped: another process may have shown something newer since, which an old state then covers. Such
 * cards are shown once more. Thread-safe.
 */
final class Overtaken {
    private static final Logger LOG = LoggerFactory.getLogger(Overtaken.class);
    private static final Set<Notice.Kind> CARDS = Set.of(Notice.Kind.CARD, Notice.Kind.BUNDLE_CARD);

    private record Card(RequestId request, Notice.Kind kind) {}

    private final Set<Card> cards = ConcurrentHashMap.newKeySet();

    /** Takes note of a notice that was brought, and isn't recorded so. */
    void brought(Notice notice) {
        if (CARDS.contains(notice.kind())) {
            cards.add(new Card(notice.request(), notice.kind()));
        }
    }

    /**
     * Has the cards shown once more that were noted; one of which that can't be read keeps nothing else from being told.
     *
     * @throws ProblemException if the ledger can't be used; then it is to be tried again
     */
    void showAgain(Ledger ledger, Instant now) {
        for (Card card : List.copyOf(cards)) {
            // Before it is recorded: whoever notes it again meanwhile means another time.
            if (cards.remove(card)) {
                try {
                    ledger.record(transaction -> showAgain(transaction, card, now));
                } catch (ProblemException e) {
                    cards.add(card);
                    throw e;
                } catch (RuntimeException e) {
                    LogContext.about(
                            card.request(),
                            () -> LOG.error("the card of {} can't be shown once more", card.request(), e));
                }
            }
        }
    }

    // What is recorded as shown is what the other process showed.
    private static void showAgain(LedgerTransaction transaction, Card card, Instant now) {
        RequestId id = card.request();
        if (card.kind() == Notice.Kind.BUNDLE_CARD) {
            transaction
                    .bundles()
                    .of(id)
                    .flatMap(Bundle::card)
                    .ifPresent(shown -> transaction.bundles().card(id, unseen(shown)));
        } else {
            transaction
                    .requests()
                    .card(id)
                    .ifPresent(shown -> transaction.requests().card(id, unseen(shown)));
        }
        transaction.outbox().add(id, card.kind(), Map.of(), now);
    }

    private static CardRef unseen(CardRef card) {
        return new CardRef(card.channel(), card.ts(), 0, card.thread());
    }
}
