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

/**
 * The witness is worth what it hears: each of these faults, a line of the program each, makes something untrue be said.
 * {@code -Dwitness.fault} picks those that have these words in what becomes wrong, {@code -Dwitness.lives} how many lives each gets.
 */
@Tag("full")
final class WitnessProofTest {
    private static final int LIVES = Integer.getInteger("witness.lives", 300);

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theWitnessHearsIt(PlantedFault fault) {
        assertThat(isHeard(fault.what(), fault.in(life(fault)))).isTrue();
    }

    /** Else it might be the way in which they are loaded that fails. */
    @Test
    void withoutAFaultNothingIsHeard() {
        assertThat(isHeard("nothing is wrong", PlantedFault.sound(WatchedLife.class)))
                .isFalse();
        assertThat(isHeard("nothing is wrong", PlantedFault.sound(HeardLife.class)))
                .isFalse();
    }

    static List<PlantedFault> faults() {
        String words = System.getProperty("witness.fault", "");
        return PlantedFault.all(WitnessProofTest.class).stream()
                .filter(fault -> fault.what().contains(words))
                .toList();
    }

    /** What is told of others, or what is told of access. */
    private static Class<? extends LongConsumer> life(PlantedFault fault) {
        return fault.kind().equals("access") ? HeardLife.class : WatchedLife.class;
    }

    private static boolean isHeard(String what, LongConsumer life) {
        long[] seeds = new Random(Seed.ofThisRun()).longs(LIVES).toArray();
        try {
            for (int lives = 0; lives < LIVES; lives++) {
                if (isHeard(life, seeds[lives])) {
                    System.out.println("WitnessProofTest: " + what + ": heard in life " + (lives + 1));
                    return true;
                }
            }
            return false;
        } finally {
            end(life);
        }
    }

    private static void end(LongConsumer life) {
        if (life instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static boolean isHeard(LongConsumer life, long seed) {
        try {
            life.accept(seed);
            return false;
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage()).contains(Witness.UNTRUE);
        } catch (RuntimeException e) {
            // Something else is in the way of this life, which is not what is looked for.
            return false;
        }
    }
}
