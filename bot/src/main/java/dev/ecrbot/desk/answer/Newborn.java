package dev.ecrbot.desk.answer;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How it would be with a repository that isn't there, if it were made from a creation template.
 *
 * @param template the template's prefix
 * @param ways what would make it from that one, {@code CREATE_ON_PUSH} for example
 * @param <T> what was asked
 */
public record Newborn<T>(String template, SortedSet<String> ways, T says) {
    public Newborn {
        ways = Collections.unmodifiableSortedSet(new TreeSet<>(ways));
    }
}
