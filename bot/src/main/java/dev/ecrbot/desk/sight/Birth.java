package dev.ecrbot.desk.sight;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.RegistryFacts;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.Holdings;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a repository of some name gets from a creation template if it is made anew; one that is there has nothing of it.
 *
 * @param template the template's prefix
 * @param ways what makes it from that one, {@code CREATE_ON_PUSH} for example
 * @param gives what the template's policy gives to whom; nothing where it has none
 */
public record Birth(String template, SortedSet<String> ways, List<Holding> gives) {
    public Birth {
        ways = Collections.unmodifiableSortedSet(new TreeSet<>(ways));
        gives = List.copyOf(gives);
    }

    /** Returns those of a repository in a registry of which these facts are known. */
    public static List<Birth> of(Repository repository, RegistryFacts facts) {
        return facts.waysFor(repository.name()).entrySet().stream()
                .map(entry -> new Birth(
                        entry.getKey().prefix(),
                        entry.getValue(),
                        Holdings.of(
                                entry.getKey().policy(),
                                Set.of(),
                                repository.region().partition())))
                .toList();
    }
}
