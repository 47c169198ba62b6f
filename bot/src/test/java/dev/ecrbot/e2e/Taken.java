package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.ApiCall;
import dev.ecrbot.sandbox.slack.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What Slack took from the bot, and in which order. */
record Taken(Office office) {

    /** Checks that the card came to say "Applied" before the requester was sent the image's lines, each of them once. */
    void inOrderAndOnce(Message card, String image) {
        List<ApiCall> all = office.slack.await(() -> Optional.of(
                        office.slack.calls().stream().filter(ApiCall::ok).toList())
                .filter(calls -> calls.stream().anyMatch(call -> text(call).contains(image))));
        int shown = last(
                all,
                call -> call.method().equals("chat.update")
                        && text(call).contains("Applied")
                        && text(call).contains(Office.id(card)));
        int told = last(
                all,
                call -> call.method().equals("chat.postMessage") && text(call).contains(image));
        assertThat(shown).isNotNegative().isLessThan(told);
        assertThat(office.slack.dms(Office.RITA))
                .filteredOn(message -> message.shown().contains(image))
                .hasSize(1);
        assertThat(cardsOf(card)).isEqualTo(1);
    }

    private static int last(List<ApiCall> calls, Predicate<ApiCall> which) {
        int found = -1;
        for (int i = 0; i < calls.size(); i++) {
            found = which.test(calls.get(i)) ? i : found;
        }
        return found;
    }

    long cardsOf(Message card) {
        return office.cards().stream()
                .filter(each -> each.shown().contains(Office.id(card)))
                .count();
    }

    static String text(ApiCall call) {
        return call.args().toString();
    }
}
