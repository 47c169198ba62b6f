package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Seed;
import dev.ecrbot.Thoroughness;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every way through what can be done to requests, up to a number of steps, where ways that lead to the same situation go on from
 * there once: nothing is approved without a click of somebody who may, but by a rule that says so.
 */
@Tag("long")
final class EveryApprovalTest {
    private static final int LONG_WAYS = Thoroughness.ofThisRun().of(3, 400);
    private static final int LONG = 14;
    private static final int SITUATIONS = Thoroughness.ofThisRun().of(2, 400);

    @Test
    void isAVerifiedClickOrItsRules() {
        Set<String> known = new HashSet<>();
        Deque<List<Walk.Move>> open = new ArrayDeque<>(List.of(List.of()));
        int looked = 0;
        while (!open.isEmpty() && looked < SITUATIONS) {
            List<Walk.Move> way = open.remove();
            looked++;
            for (Walk.Move move : Walk.moves()) {
                var further = new ArrayList<>(way);
                further.add(move);
                if (known.add(situationAfter(further))) {
                    open.add(further);
                }
            }
        }
        assertThat(known).hasSizeGreaterThan(SITUATIONS);
    }

    @Test
    void isSoOnLongWaysToo() {
        var random = new Random(Seed.ofThisRun());
        for (int way = 0; way < LONG_WAYS; way++) {
            situationAfter(Stream.generate(
                            () -> Walk.moves().get(random.nextInt(Walk.moves().size())))
                    .limit(LONG)
                    .toList());
        }
    }

    private static String situationAfter(List<Walk.Move> way) {
        try (var walk = new Walk()) {
            way.forEach(walk::does);
            return walk.situation();
        } catch (AssertionError e) {
            throw new AssertionError(way.toString(), e);
        }
    }
}
