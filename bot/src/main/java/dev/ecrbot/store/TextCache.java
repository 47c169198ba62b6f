package dev.ecrbot.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ecrbot.policy.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

    /** Returns the texts for these references, as far as there are any; they never change. */
    Map<String, String> all(List<String> references, Function<List<String>, Map<String, String>> reading) {
        var known = new HashMap<>(texts.getAllPresent(references));
        List<String> others =
                references.stream().filter(each -> !known.containsKey(each)).toList();
        if (!others.isEmpty()) {
            Map<String, String> read = reading.apply(others);
            texts.putAll(read);
            known.putAll(read);
        }
        return Map.copyOf(known);
    }

    /** Returns the plan that is stored as this; it never changes. */
    // Not the cache's own way: reading may need a connection, which must not be waited for while others wait for the
    // cache.
    Plan plan(String stored, Function<String, Plan> reading) {
        Plan known = plans.getIfPresent(stored);
        if (known == null) {
            known = reading.apply(stored);
            plans.put(stored, known);
        }
        return known;
    }
}
