package dev.ecrbot.desk.answer;

import dev.ecrbot.desk.sight.Age;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.PullThroughRule;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A repository that was looked at.
 *
 * @param exists whether it is there; otherwise what is said of it holds if it were made now
 * @param meant what to do about a name that isn't there, a repository with a like name for example
 * @param doubt what couldn't be found out, as a sentence or two
 * @param templates whether it is known from which templates it can be made; of no interest where it exists
 * @param templatesRead when those were read; empty if it isn't known, or they aren't
 * @param age how old it is; empty if it was looked at just now
 * @param filled the rule by which it would be made once somebody pulls from it
 */
public record Place(
        Repository repository,
        boolean exists,
        Optional<String> meant,
        Optional<String> doubt,
        boolean templates,
        Optional<Instant> templatesRead,
        Optional<Age> age,
        Optional<PullThroughRule> filled) {

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
}
