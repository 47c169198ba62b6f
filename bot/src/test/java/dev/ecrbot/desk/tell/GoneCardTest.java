package dev.ecrbot.desk.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Courier.Delivery;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cards that were deleted from a channel that the bot is in. */
final class GoneCardTest {
    private final DeskBench bench = new DeskBench(DeskBench.RULES, "slack: {fallback_channel: C0FALLBACK}\n");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatBelongsInItsThreadIsToldInTheChannel() {
        Request request = bench.asks(DeskBench.RITA, "grant pull payments/api sales ci-deployer for 7d");
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        bench.mailbox.trouble(message -> message instanceof Message.GrantEnded
                ? Optional.of(new Delivery.CardGone("thread_not_found"))
                : Optional.empty());
        bench.clock.advance(Duration.ofDays(8));
        bench.sweep();

        assertThat(bench.mailbox.of(Message.Listed.class)).singleElement().satisfies(alone -> {
            assertThat(alone.channel()).isEqualTo("C0APPROVALS");
            assertThat(alone.notes()).singleElement().isInstanceOf(Message.GrantEnded.class);
        });
        assertThat(bench.events(request)).doesNotContain(EventKind.CARD_REROUTED, EventKind.NOTICE_LOST);
        assertThat(bench.ledger.<Long>transact(books -> books.outbox().waiting()))
                .isZero();
    }

    @Test
    void aCardThatWaitsForADecisionIsPostedAnewWhereItStood() {
        Request request = bench.asks(DeskBench.RITA, "grant pull payments/api sales ci-deployer");
        String gone = card(request);
        bench.mailbox.trouble(message -> message instanceof Message.Reminder reminder
                        && reminder.card().ts().equals(gone)
                ? Optional.of(new Delivery.CardGone("message_not_found"))
                : Optional.empty());
        bench.clock.advance(Duration.ofMinutes(15));
        bench.sweep();

        assertThat(card(request)).isNotEqualTo(gone);
        assertThat(bench.mailbox.of(Message.Reminder.class))
                .extracting(reminder -> reminder.card().ts())
                .containsExactly(card(request));
        assertThat(bench.mailbox.of(Message.Card.class))
                .allMatch(card -> card.fallback().isEmpty());
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);
    }

    private String card(Request request) {
        return bench.ledger
                .transact(books -> books.requests().card(request.id()))
                .orElseThrow()
                .ts();
    }
}
