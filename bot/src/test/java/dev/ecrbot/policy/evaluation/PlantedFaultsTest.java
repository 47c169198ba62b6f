package dev.ecrbot.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Seed;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Brute force is worth what it catches: with any of these faults in the program, no build would have passed by as many
 * documents as each build tries. They are of seven kinds: on what a policy has a say, paths of roles, sessions, variables and
 * keys with several values, partitions and services, what can't be read, and the whole verdict.
 */
@Tag("full")
public class PlantedFaultsTest {
    private static final int DOCUMENTS = 3_000;
    private static final int WHOLE_CASES = 2_000;
    private static final String WHOLE = "whole";

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void bruteForceCatchesIt(PlantedFault fault) {
        assertThat(
                        fault.kind().equals(WHOLE)
                                ? fails(fault.in(WholeAgreementCase.class), WHOLE_CASES)
                                : fails(fault.in(AgreementCase.Decided.class), DOCUMENTS)
                                        || fails(fault.in(AgreementCase.Open.class), DOCUMENTS))
                .isTrue();
    }

    /** Else it might be the way in which they are loaded that fails. */
    @Test
    void withoutAFaultNothingIsCaught() {
        assertThat(failures(PlantedFault.sound(WholeAgreementCase.class), WHOLE_CASES))
                .isEmpty();
        assertThat(failures(PlantedFault.sound(AgreementCase.Decided.class), DOCUMENTS))
                .isEmpty();
        assertThat(failures(PlantedFault.sound(AgreementCase.Open.class), DOCUMENTS))
                .isEmpty();
    }

    static List<PlantedFault> faults() {
        return PlantedFault.all(PlantedFaultsTest.class);
    }

    private static boolean fails(LongConsumer test, int tries) {
        return failures(test, tries).findAny().isPresent();
    }

    /** Returns what was wrong, as far as somebody asks. */
    private static Stream<String> failures(LongConsumer test, int tries) {
        return new Random(Seed.ofThisRun()).longs(tries).boxed().flatMap(seed -> {
            try {
                test.accept(seed);
                return Stream.empty();
            } catch (AssertionError e) {
                return Stream.of(seed + ": " + e.getMessage());
            }
        });
    }
}
