package dev.ecrbot.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import org.junit.jupiter.api.AfterEach;

/** A desk that is asked about all that there is. */
abstract class AskedOfFleet {
    static final String PULL = "grant pull payments/api sales ci-deployer";
    static final RegionalRegistry WEST = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);

    DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    Finding asked(PersonId person, String text) {
        Answer answer = bench.types(person, text);
        assertThat(answer).as(text).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).finding();
    }

    Finding asked(String text) {
        return asked(DeskBench.BEN, text);
    }
}
