package dev.ecrbot.aws;

import dev.ecrbot.time.Tempo;
import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * How long AWS may take, and how often it is asked again.
 *
 * @param facts how long everything besides the policy may take, all calls together
 * @param backoff the pause before a read is repeated
 * @param throttled the pause before a read is repeated after AWS said that it is asked too much; no write is repeated here
 */
record AwsPatience(
        Duration connect,
        CallTimeout read,
        CallTimeout write,
        CallTimeout assume,
        Duration facts,
        BackoffStrategy backoff,
        BackoffStrategy throttled) {

    static AwsPatience standard(Tempo tempo) {
        return new AwsPatience(
                Duration.ofSeconds(2),
                new CallTimeout(Duration.ofSeconds(3), Duration.ofSeconds(10)),
                new CallTimeout(Duration.ofSeconds(5), Duration.ofSeconds(15)),
                new CallTimeout(Duration.ofSeconds(2), Duration.ofSeconds(3)),
                Duration.ofSeconds(3),
                BackoffStrategy.exponentialDelay(tempo.of(Duration.ofMillis(100)), tempo.of(Duration.ofSeconds(2))),
                BackoffStrategy.exponentialDelay(tempo.of(Duration.ofMillis(500)), tempo.of(Duration.ofSeconds(4))));
    }
}
