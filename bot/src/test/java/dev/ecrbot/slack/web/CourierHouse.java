package dev.ecrbot.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.Courier.Delivery;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.OpenHouse;
import dev.ecrbot.slack.message.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A Slack that a courier brings to, and what stands in it then. */
abstract class CourierHouse {
    static final Person RITA = SampleWorkspace.REQUESTER;
    static final String APPROVALS = SampleWorkspace.APPROVALS.id();

    final OpenHouse house = OpenHouse.http();
    final Courier courier = house.room.courier();

    @AfterEach
    void close() {
        house.close();
    }

    static Message card(Request request, Optional<CardRef> posted) {
        return new Message.Card(request, List.of(), posted);
    }

    CardRef posted() {
        return ((Delivery.Delivered) courier.deliver(card(Samples.request(), Optional.empty())))
                .card()
                .orElseThrow();
    }

    static void is(Delivery delivery, Delivery expected) {
        if (expected instanceof Delivery.Later later) {
            assertThat(delivery).isInstanceOfSatisfying(Delivery.Later.class, is -> {
                assertThat(is.after()).isEqualTo(later.after());
                assertThat(is.why()).isNotBlank();
            });
        } else {
            assertThat(delivery).isEqualTo(expected);
        }
    }
}
