package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Seed;
import dev.ecrbot.Thoroughness;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever people, AWS, others and the bot's own process do in whatever order, roles being deleted and made again among it: what Slack
 * shows of access is so. {@code -Dheard.seed} plays lives again, {@code -Dheard.lives} makes more of them.
 */
final class HeardLivesTest {
    private static final int LIVES =
            Integer.getInteger("heard.lives", Thoroughness.ofThisRun().of(3, 2_000));

    @Test
    void nothingIsShownThatIsNotSo() {
        var life = new HeardLife();
        long first = Long.getLong("heard.seed", Seed.ofThisRun());
        LongStream.range(first, first + LIVES).forEach(life);
        System.out.println("HeardLivesTest: -Dheard.seed=" + first + ", " + LIVES + " lives, " + life.checked()
                + " claims checked");
        assertThat(life.checked()).isPositive();
    }
}
