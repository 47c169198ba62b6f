package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Seed;
import dev.ecrbot.Thoroughness;
import org.junit.jupiter.api.Test;

/**
 * Whatever people, AWS, others and two processes of the bot do in whatever order, roles and repositories being deleted and made again
 * among it: what Slack shows of access is so. {@code -Dheard.seed} plays lives again, {@code -Dheard.lives} makes more or less of them,
 * and {@code -Dheard.all} goes on after one that fails.
 */
final class HeardLivesTest {
    private static final int LIVES =
            Integer.getInteger("heard.lives", Thoroughness.ofThisRun().of(10, 10_000));
    private static final int OFTEN = 250;

    @Test
    void nothingIsShownThatIsNotSo() {
        try (var life = new HeardLife()) {
            play(life);
        }
    }

    private static void play(HeardLife life) {
        long first = Long.getLong("heard.seed", Seed.ofThisRun());
        int failed = 0;
        for (int number = 1; number <= LIVES; number++) {
            long seed = first + number - 1;
            try {
                life.accept(seed);
            } catch (AssertionError e) {
                if (!Boolean.getBoolean("heard.all")) {
                    throw new AssertionError("play it again with -Dheard.lives=1 -Dheard.seed=" + seed, e);
                }
                failed++;
                System.out.println("HeardLivesTest: -Dheard.seed=" + seed + " " + e.getMessage());
            }
            if (number % OFTEN == 0) {
                System.out.println("HeardLivesTest: " + number + " lives, " + failed + " failed, " + life);
            }
        }
        System.out.println("HeardLivesTest: -Dheard.seed=" + first + ", " + LIVES + " lives, " + life);
        assertThat(failed).isZero();
        // One life may end before anything is said of access.
        assertThat(life.checked()).isGreaterThan(LIVES == 1 ? -1 : 0);
    }
}
