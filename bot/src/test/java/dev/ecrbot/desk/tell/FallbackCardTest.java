package dev.ecrbot.desk.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cards whose channel is gone, or that the bot isn't in. */
final class FallbackCardTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final FallbackChannel FALLBACK = new FallbackChannel("C0FALLBACK", "not_in_channel");

    private final DeskBench bench = new DeskBench(DeskBench.RULES, "slack: {fallback_channel: C0FALLBACK}\n");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aCardItsChannelCantShowGoesToTheFallbackChannelWithTheReason() {
        lock();
        Request request = bench.asks(DeskBench.RITA, PULL);

        assertThat(bench.mailbox.of(Message.Card.class))
                .singleElement()
                .satisfies(card -> assertThat(card.fallback()).contains(FALLBACK));
        assertThat(channel(request)).contains("C0FALLBACK");
        assertThat(bench.events(request)).containsExactly(EventKind.ASKED, EventKind.CARD_REROUTED);
        assertThat(bench.mailbox.notes(request.id())).containsExactly(new Note.Asked());
    }

    @Test
    void itIsDecidedThereAndEditedThere() {
        lock();
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.approves(DeskBench.AMIR, request);
        bench.work();

        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.mailbox.of(Message.Card.class)).last().satisfies(card -> {
            assertThat(card.request().stage().state()).isEqualTo(RequestState.APPLIED);
            assertThat(card.posted()).map(CardRef::channel).contains("C0FALLBACK");
            assertThat(card.fallback()).contains(FALLBACK);
        });
    }

    @Test
    void aChannelThatGoesAwayLaterLosesNothing() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        lock();
        bench.clock.advance(Duration.ofMinutes(15));
        bench.sweep();

        assertThat(channel(request)).contains("C0FALLBACK");
        assertThat(bench.mailbox.of(Message.Reminder.class))
                .extracting(reminder -> reminder.card().channel())
                .containsExactly("C0FALLBACK");

        bench.denies(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.mailbox.cardStates(request.id())).last().isEqualTo(RequestState.DENIED);
    }

    @Test
    void onlyIfTheFallbackFailsTooTheRequestFails() {
        bench.mailbox.trouble(message -> message instanceof Message.Card
                ? Optional.of(new Courier.Delivery.Undeliverable("channel_not_found"))
                : Optional.empty());
        Request request = bench.asks(DeskBench.RITA, PULL);

        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.FAILED);
        assertThat(bench.events(request)).isEqualTo(List.of(EventKind.ASKED, EventKind.NOTICE_LOST, EventKind.FAILED));
        assertThat(bench.mailbox.notes(request.id())).contains(new Note.Failed());
    }

    /** Whatever goes to the approvers' channel is refused from now on. */
    private void lock() {
        bench.mailbox.trouble(message -> {
            boolean refused = message instanceof Message.Card card
                    ? card.fallback().isEmpty()
                    : message instanceof Message.Reminder reminder
                            && reminder.card().channel().equals("C0APPROVALS");
            return refused ? Optional.of(new Courier.Delivery.Undeliverable("not_in_channel")) : Optional.empty();
        });
    }

    private Optional<String> channel(Request request) {
        return bench.ledger
                .transact(books -> books.requests().card(request.id()))
                .map(CardRef::channel);
    }
}
