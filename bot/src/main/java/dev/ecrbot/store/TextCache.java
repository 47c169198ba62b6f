package dev.ecrbot.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ecrbot.policy.plan.Plan;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The texts that were read last, and what was made of them: a list of requests on one policy has mostly the same texts, and a
 * request is read again at each of its steps. What stands for a text never changes its meaning. Thread-safe.
 */
final class TextCache {
    private static final int MOST = 300;
    // A plan of a full policy takes some hundred kilobytes once it is parsed.
    private static final int MOST_PLANS = 50;

    private final Cache<String, String> texts =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<String, Plan> plans =
            Caffeine.newBuilder().maximumSize(MOST_PLANS).build();

    /** Returns the text for this reference; it never changes. */
    String get(String reference, UnaryOperator<String> reading) {
        return known(texts, reference, reading);
    }

    /** Returns the plan that is stored as this; it never changes. */
    Plan plan(String stored, Function<String, Plan> reading) {
        return known(plans, stored, reading);
    }

    // Not the cache's own way: reading may need a connection, which must not be waited for while others wait for the
    // cache.
    private static <T> T known(Cache<String, T> cache, String key, Function<String, T> reading) {
        T known = cache.getIfPresent(key);
        if (known == null) {
            known = reading.apply(key);
            cache.put(key, known);
        }
        return known;
    }
}
