package dev.ecrbot.rules.change;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Repositories.
 *
 * @param pattern stands for them, as it would in a rule
 * @param except patterns for some of these that aren't meant, unless they stand elsewhere by themselves
 */
public record Extent(String pattern, SortedSet<String> except) {
    public Extent {
        except = Collections.unmodifiableSortedSet(new TreeSet<>(except));
    }
}
