package dev.ecrbot.aws;

import dev.ecrbot.time.Tempo;
import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * How long AWS may take, and how often it is asked again.
 *
 * @param facts how long everything besides the policy may take, all calls together
 * @param pauses how long it waits before a read is repeated; no write is repeated here
 */
record AwsPatience(
        Duration connect, CallTimeout read, CallTimeout write, CallTimeout assume, Duration facts, Pauses pauses) {

    /**
     * The pauses before a read is repeated.
     *
     * @param usual after any other failure
     * @param throttled after AWS said that it is asked too much
     */
    record Pauses(BackoffStrategy usual, BackoffStrategy throttled) {}

    static AwsPatience standard(Tempo tempo) {
        return new AwsPatience(
                Duration.ofSeconds(2),
                new CallTimeout(Duration.ofSeconds(3), Duration.ofSeconds(10)),
                new CallTimeout(Duration.ofSeconds(5), Duration.ofSeconds(15)),
                new CallTimeout(Duration.ofSeconds(2), Duration.ofSeconds(3)),
                Duration.ofSeconds(3),
                new Pauses(
                        BackoffStrategy.exponentialDelay(
                                tempo.of(Duration.ofMillis(100)), tempo.of(Duration.ofSeconds(2))),
                        BackoffStrategy.exponentialDelay(
                                tempo.of(Duration.ofMillis(500)), tempo.of(Duration.ofSeconds(4)))));
    }
}
