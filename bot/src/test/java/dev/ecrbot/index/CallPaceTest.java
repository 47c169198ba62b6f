package dev.ecrbot.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.PriorityQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A crawl finds out how much AWS takes, and stays near it. */
final class CallPaceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private long now = 1;

    @ParameterizedTest
    @CsvSource({"200, 60", "50, 60", "20, 60", "800, 20"})
    void usesNineTenthsOfWhatAnUnknownLimitPermits(int limit, int burst) {
        var pace = new CallPace(20, () -> now);
        var aws = new Limit(limit, burst);
        run(pace, aws, 30);
        int before = aws.passed;
        run(pace, aws, 60);
        assertThat(aws.passed - before).isBetween(limit * 54, limit * 60 + burst);
        assertThat(aws.refused).isLessThan(aws.passed / 10);
    }

    @ParameterizedTest
    @CsvSource({"400, 100", "200, 20"})
    void getsBelowALimitThatFalls(int first, int then) {
        var pace = new CallPace(20, () -> now);
        run(pace, new Limit(first, 20), 30);
        run(pace, new Limit(then, 20), 15);
        assertThat(pace.rate()).isBetween(then * 0.5, then * 1.1);
    }

    /** Calls that take a tenth of a second, as many at once as the pace has it. */
    private void run(CallPace pace, Limit aws, int seconds) {
        long end = now + seconds * SECOND;
        var answers = new PriorityQueue<Long>();
        long next = now + pace.turn().toNanos();
        while (now < end) {
            boolean answer = !answers.isEmpty() && answers.peek() <= next;
            now = answer ? answers.remove() : next;
            if (answer) {
                if (aws.takes(now)) {
                    pace.passed();
                } else {
                    pace.throttled();
                }
            } else {
                answers.add(now + SECOND / 10);
                next = now + pace.turn().toNanos();
            }
        }
    }

    /** A bucket that is filled up to its burst at a constant rate. */
    private static final class Limit {
        private final double rate;
        private final double burst;
        private double tokens;
        private long at;
        private int passed;
        private int refused;

        Limit(double rate, double burst) {
            this.rate = rate;
            this.burst = burst;
            this.tokens = burst;
        }

        boolean takes(long time) {
            tokens = Math.min(burst, tokens + (at == 0 ? 0 : (time - at) * rate / SECOND));
            at = time;
            if (tokens < 1) {
                refused++;
                return false;
            }
            tokens--;
            passed++;
            return true;
        }
    }
}
