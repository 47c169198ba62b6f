package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Seed;
import dev.ecrbot.policy.evaluation.PlantedFault;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The witness is worth what it hears: each of these faults, a line of the program each, makes something untrue be said. */
@Tag("full")
final class WitnessProofTest {
    private static final int LIVES = 300;

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theWitnessHearsIt(PlantedFault fault) {
        assertThat(isHeard(fault.in(life(fault)))).isTrue();
    }

    /** Else it might be the way in which they are loaded that fails. */
    @Test
    void withoutAFaultNothingIsHeard() {
        assertThat(isHeard(PlantedFault.sound(WatchedLife.class))).isFalse();
        assertThat(isHeard(PlantedFault.sound(HeardLife.class))).isFalse();
    }

    static List<PlantedFault> faults() {
        return PlantedFault.all(WitnessProofTest.class);
    }

    /** What is told of others, or what is told of access. */
    private static Class<? extends LongConsumer> life(PlantedFault fault) {
        return fault.kind().equals("access") ? HeardLife.class : WatchedLife.class;
    }

    private static boolean isHeard(LongConsumer life) {
        return new Random(Seed.ofThisRun()).longs(LIVES).anyMatch(seed -> {
            try {
                life.accept(seed);
                return false;
            } catch (AssertionError e) {
                return String.valueOf(e.getMessage()).contains(Witness.UNTRUE);
            } catch (RuntimeException e) {
                // Something else is in the way of this life, which is not what is looked for.
                return false;
            }
        });
    }
}
