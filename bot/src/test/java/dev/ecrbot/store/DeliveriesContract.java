package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.Deliveries;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class DeliveriesContract extends OnPlace {
    private static final Instant NOW = Samples.NOW;

    @Test
    void areNewToOneOnly() throws Exception {
        List<Boolean> told =
                Race.all(6, () -> first("1.2.3", NOW)).stream().map(Race::get).toList();

        assertThat(told).containsOnlyOnce(true).hasSize(6);
        assertThat(first("1.2.3", NOW.plusSeconds(9))).isFalse();
        assertThat(first("x".repeat(Deliveries.LONGEST), NOW)).isTrue();
    }

    @Test
    void areForgottenByTheirTime() {
        first("old", NOW);
        first("new", NOW.plusSeconds(1));
        record(books -> books.deliveries().forget(NOW.plusSeconds(1)));

        assertThat(first("old", NOW.plusSeconds(2))).isTrue();
        assertThat(first("new", NOW.plusSeconds(2))).isFalse();
    }

    private boolean first(String trigger, Instant at) {
        return transact(books -> books.deliveries().first(trigger, at));
    }
}
