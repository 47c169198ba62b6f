package dev.ecrbot.sandbox.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much Slack takes: in each channel a message a second with short bursts, and of other methods so many a minute for the
 * whole app (docs.slack.dev/apis/web-api/rate-limits). A call that is refused counts for nothing. Safe to use from several threads.
 */
public final class RateLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** As short as a burst may be that Slack calls one. */
    private static final int BURST = 3;
    /** Tiers 3 and 4; the documentation gives the least that they take. */
    private static final Map<String, Integer> A_MINUTE =
            Map.of("chat.update", 50, "conversations.open", 50, "chat.postEphemeral", 100);

    private final Clock clock;
    private final Map<String, Deque<Instant>> taken = new HashMap<>();

    public RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** Takes a call, or returns after what time it may be made again. */
    public synchronized Optional<Duration> refusal(String method, String channel) {
        if (method.equals("chat.postMessage")) {
            return refusal(method + " " + channel, BURST, Duration.ofSeconds(BURST));
        }
        return Optional.ofNullable(A_MINUTE.get(method)).flatMap(most -> refusal(method, most, MINUTE));
    }

    private Optional<Duration> refusal(String what, int most, Duration window) {
        Instant now = clock.instant();
        Deque<Instant> calls = taken.computeIfAbsent(what, key -> new ArrayDeque<>());
        while (!calls.isEmpty() && !calls.peekFirst().plus(window).isAfter(now)) {
            calls.removeFirst();
        }
        if (calls.size() < most) {
            calls.addLast(now);
            return Optional.empty();
        }
        long millis = Duration.between(now, calls.peekFirst().plus(window)).toMillis();
        return Optional.of(Duration.ofSeconds(Math.max(1, (millis + 999) / 1000)));
    }
}
