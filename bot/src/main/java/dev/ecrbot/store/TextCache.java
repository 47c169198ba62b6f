package dev.ecrbot.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.UnaryOperator;

/** The texts that were read last: a list of requests on one policy has mostly the same. Thread-safe. */
final class TextCache {
    private static final int MOST = 300;

    private final Cache<String, String> texts =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** Returns the text for this reference; it never changes. */
    String get(String reference, UnaryOperator<String> reading) {
        String known = texts.getIfPresent(reference);
        if (known == null) {
            known = reading.apply(reference);
            texts.put(reference, known);
        }
        return known;
    }
}
