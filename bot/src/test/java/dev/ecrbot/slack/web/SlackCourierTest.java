package dev.ecrbot.slack.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Courier.Delivery;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.rules.People;
import dev.ecrbot.sandbox.slack.Button;
import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.slack.message.Samples;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** None */
final class SlackCourierTest extends CourierHouse {
    private dev.ecrbot.sandbox.slack.Message at(CardRef card) {
        return house.slack.messages(APPROVALS).stream()
                .filter(message -> message.ts().equals(card.ts()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void postsTheCardAndEditsItInPlace() {
        CardRef card = posted();
        assertThat(card.channel()).isEqualTo(APPROVALS);
        Request denied = Samples.as(Samples.request(), RequestState.DENIED);
        Delivery edited = courier.deliver(card(denied, Optional.of(card)));

        assertThat(edited)
                .isEqualTo(new Delivery.Delivered(Optional.of(new CardRef(APPROVALS, card.ts(), denied.version()))));
        assertThat(house.slack.messages(APPROVALS)).singleElement().satisfies(message -> {
            assertThat(message.ts()).isEqualTo(card.ts());
            assertThat(message.shown()).startsWith("⛔ Denied");
            assertThat(message.buttons())
                    .extracting(Button::actionId)
                    .containsExactly("request.again", "request.story");
        });
    }

    @Test
    void postsTheCardAnewWhereItWasDeleted() {
        Delivery delivery = courier.deliver(card(Samples.request(), Optional.of(Samples.card())));
        house.called("chat.update", 1);
        assertThat(house.slack.messages(APPROVALS)).hasSize(1);
        assertThat(((Delivery.Delivered) delivery).card().orElseThrow().ts())
                .isEqualTo(house.slack.messages(APPROVALS).get(0).ts());
    }

    @Test
    void saysThatTheCardOfANoteIsGone() {
        assertThat(courier.deliver(new Message.GrantEnded(
                        Samples.request(), Samples.grant(), Optional.of(Samples.card()), Optional.empty())))
                .isEqualTo(new Delivery.CardGone("thread_not_found"));
    }

    @Test
    void listsNotesInOneMessageOfTheChannel() {
        CardRef card = posted();
        Message note = new Message.GrantEnded(Samples.request(), Samples.grant(), Optional.of(card), Optional.empty());
        courier.deliver(new Message.Listed(APPROVALS, Collections.nCopies(30, note)));
        var list = house.slack.messages(APPROVALS).get(1);
        assertThat(list.topLevel()).isTrue();
        assertThat(list.shown())
                .startsWith("30 notes on requests of this channel:")
                .contains("• `req-7k2m9xqa` Ended: pull on payments/api for role ci-deployer in sales");
        assertThat(list.shown().split("• ")).hasSize(31);
    }

    @Test
    void aNoteWhoseCardIsGoneStandsByItself() {
        var missing = new People(false, Set.of("U0APPROVER2"), Set.of());
        courier.deliver(new Message.Listed(
                APPROVALS, List.of(new Message.Reminder(Samples.request(), Samples.card(), missing, Samples.WEEK))));
        assertThat(house.slack.messages(APPROVALS))
                .singleElement()
                .satisfies(
                        message -> assertThat(message.shown())
                                .startsWith(
                                        "`req-7k2m9xqa` <@U0APPROVER2>: req-7k2m9xqa still waits for your decision on its card."));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(Fault.rateLimited(Duration.ofSeconds(30)), new Delivery.Throttled(Duration.ofSeconds(30))),
                arguments(Fault.rateLimited(Duration.ofDays(1)), new Delivery.Throttled(Duration.ofMinutes(5))),
                arguments(Fault.serverError(), new Delivery.Later(Duration.ofSeconds(2), "")),
                arguments(Fault.dropped(), new Delivery.Later(Duration.ofSeconds(2), "")),
                arguments(new Fault.Answer(200, "", Duration.ZERO), new Delivery.Later(Duration.ofSeconds(2), "")),
                arguments(Fault.error("ratelimited"), new Delivery.Throttled(Duration.ofSeconds(2))),
                arguments(Fault.error("fatal_error"), new Delivery.Later(Duration.ofSeconds(2), "")),
                arguments(Fault.error("invalid_auth"), new Delivery.Later(Duration.ofMinutes(1), "")),
                arguments(Fault.error("channel_not_found"), new Delivery.Undeliverable("channel_not_found")),
                arguments(Fault.error("not_in_channel"), new Delivery.Undeliverable("not_in_channel")),
                arguments(Fault.error("is_archived"), new Delivery.Undeliverable("is_archived")),
                arguments(Fault.error("invalid_blocks"), new Delivery.Undeliverable("invalid_blocks")),
                arguments(Fault.error("msg_blocks_too_long"), new Delivery.Undeliverable("msg_blocks_too_long")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsWhatBecomesOfAPost(Fault fault, Delivery expected) {
        house.slack.faults().always("chat.postMessage", fault);
        is(courier.deliver(card(Samples.request(), Optional.empty())), expected);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsWhatBecomesOfAnEdit(Fault fault, Delivery expected) {
        CardRef card = posted();
        house.slack.faults().always("chat.update", fault);
        is(courier.deliver(card(Samples.as(Samples.request(), RequestState.DENIED), Optional.of(card))), expected);
    }

    @Test
    void doesNotSendTwiceByItself() {
        house.slack.faults().always("chat.postMessage", Fault.answerLost());
        assertThat(courier.deliver(card(Samples.request(), Optional.empty()))).isInstanceOf(Delivery.Later.class);
        house.called("chat.postMessage", 1);
    }

    @Test
    void sendsThePlainFormToAWorkspaceThatRefusesFoldedBlocksAndRemembersIt() {
        assertThat(at(posted()).blocks().toString()).contains("\"container\"", "\"default_collapsed\":true");

        house.slack.faults().next("chat.postMessage", 1, Fault.error("invalid_blocks"));
        CardRef plain = posted();
        courier.deliver(card(Samples.revised(Samples.request()), Optional.of(plain)));
        assertThat(at(plain))
                .satisfies(message -> assertThat(message.blocks().toString())
                        .doesNotContain("container")
                        .contains("EcrBotPull"));
        assertThat(house.slack.calls("chat.postMessage")).hasSize(3);
        assertThat(house.slack.calls("chat.update")).hasSize(1);
    }
}
