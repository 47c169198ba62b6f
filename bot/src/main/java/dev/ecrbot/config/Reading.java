package dev.ecrbot.config;

import java.util.List;

/** What came of reading something: the thing, or every mistake in it. */
public sealed interface Reading<T> {

    /** It can be used. */
    record Valid<T>(T value) implements Reading<T> {}

    /** It can't; the mistakes are in the order of their lines, and never none. */
    record Invalid<T>(List<Mistake> mistakes) implements Reading<T> {
        public Invalid {
            mistakes = List.copyOf(mistakes);
            if (mistakes.isEmpty()) {
                throw new IllegalArgumentException("nothing is invalid without a mistake");
            }
        }
    }
}
