package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Seed;
import dev.ecrbot.Thoroughness;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What channels and askers are told that others changed is what others changed, whoever wrote what in which order.
 * {@code -Dwatched.seed} plays lives again, {@code -Dwatched.lives} makes more of them.
 */
final class WatchedLivesTest {
    private static final int LIVES =
            Integer.getInteger("watched.lives", Thoroughness.ofThisRun().of(12, 1_000));

    @Test
    void nothingIsSaidOfOthersThatTheyDidNotDo() {
        var life = new WatchedLife();
        long first = Long.getLong("watched.seed", Seed.ofThisRun());
        LongStream.range(first, first + LIVES).forEach(life);
        System.out.println("WatchedLivesTest: -Dwatched.seed=" + first + ", " + LIVES + " lives, " + life.told()
                + " announcements, " + life.checked() + " times that others did something checked");
        assertThat(life.told()).isPositive();
        assertThat(life.checked()).isGreaterThan(life.told());
    }
}
