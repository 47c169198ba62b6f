package dev.ecrbot.slack.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Remembers for a while what was seen before. Thread-safe. */
public final class SeenDeliveries {
    /** Longer than a signature is good for, both ways, so that nothing can come back when it is forgotten. */
    private static final Duration MEMORY = Duration.ofMinutes(15);

    private static final int MOST = 200_000;

    private final Cache<String, Boolean> keys =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build();

    /** Returns whether this is seen for the first time; of several threads only one is told so. */
    boolean first(String key) {
        return keys.asMap().putIfAbsent(key, Boolean.TRUE) == null;
    }
}
