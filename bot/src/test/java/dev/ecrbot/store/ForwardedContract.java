package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.Forwarded.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class ForwardedContract extends OnPlace {
    private static final Mark FIRST = new Mark(1, 7);
    private static final Mark SECOND = new Mark(2, 5);

    @Test
    void eachNameGoesOnFromItsOwnPlace() {
        assertThat(last("webhook")).isEqualTo(Mark.START);
        assertThat(moved("webhook", Mark.START, FIRST)).isTrue();
        assertThat(moved("webhook", FIRST, SECOND)).isTrue();
        assertThat(last("webhook")).isEqualTo(SECOND);
        assertThat(last("another")).isEqualTo(Mark.START);
    }

    @Test
    void whoeverComesLateMovesNothing() {
        assertThat(moved("webhook", Mark.START, SECOND)).isTrue();
        assertThat(moved("webhook", Mark.START, FIRST)).isFalse();
        assertThat(moved("webhook", FIRST, FIRST)).isFalse();
        assertThat(last("webhook")).isEqualTo(SECOND);
    }

    @Test
    void ofSeveralReplicasOneMovesOn() throws Exception {
        List<Boolean> moved = Race.all(6, () -> moved("webhook", Mark.START, FIRST)).stream()
                .map(Race::get)
                .toList();
        assertThat(moved).containsOnlyOnce(true).hasSize(6);
    }

    @Test
    void whatHasNoPlaceInTheChainYetIsNotHandedOn() {
        assertThat(listed(books -> books.forwarded().next(Mark.START, 5))).isEmpty();
        assertThat(listed(books -> books.forwarded().next(FIRST, 5))).isEmpty();
        assertThat(found(books -> books.forwarded().oldest(Mark.START))).isEmpty();
    }

    private Mark last(String name) {
        return transact(books -> books.forwarded().last(name));
    }

    private boolean moved(String name, Mark from, Mark to) {
        return transact(books -> books.forwarded().move(name, from, to, Samples.NOW));
    }
}
