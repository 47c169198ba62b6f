package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

abstract class KnownFaultsContract extends OnPlace {
    private static final Instant NOW = Samples.NOW;
    private static final String FAULT = "a".repeat(64);

    @Test
    void eachChannelKnowsOfItsOwnUntilTheyAreForgotten() {
        record(books -> {
            books.knownFaults().add("C1", FAULT, NOW);
            books.knownFaults().add("C2", FAULT, NOW.plusSeconds(1));
            books.knownFaults().add("C1", "other", NOW);
        });
        assertThat(known("C1")).isEqualTo(Map.of(FAULT, NOW, "other", NOW));
        assertThat(known("C2")).isEqualTo(Map.of(FAULT, NOW.plusSeconds(1)));
        record(books -> books.knownFaults().remove("C1", FAULT));
        assertThat(known("C1")).containsOnlyKeys("other");
        assertThat(known("C2")).containsOnlyKeys(FAULT);
    }

    @Test
    void ofSeveralReplicasOneTells() throws Exception {
        List<Boolean> added = Race.all(
                        6, () -> transact(books -> books.knownFaults().add("C1", FAULT, NOW)))
                .stream()
                .map(Race::get)
                .toList();
        assertThat(added).containsOnlyOnce(true).hasSize(6);
    }

    private Map<String, Instant> known(String channel) {
        return transact(books -> books.knownFaults().of(channel));
    }
}
