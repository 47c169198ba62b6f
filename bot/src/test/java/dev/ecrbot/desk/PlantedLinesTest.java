package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.policy.evaluation.PlantedFault;
import dev.ecrbot.policy.evaluation.PlantedFaultsTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lines that faults are planted in are in the program: the tests that plant them run too seldom to tell. */
final class PlantedLinesTest {
    @Test
    void areInTheProgram() {
        List<PlantedFault> faults = Stream.of(WitnessProofTest.class, PlantedFaultsTest.class)
                .flatMap(test -> PlantedFault.all(test).stream())
                .toList();
        assertThat(faults).hasSizeGreaterThan(50).allSatisfy(PlantedFault::place);
    }
}
