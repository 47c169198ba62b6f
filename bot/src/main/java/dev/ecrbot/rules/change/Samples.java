package dev.ecrbot.rules.change;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.Wildcards;
import dev.ecrbot.rules.RepositoryPattern;
import dev.ecrbot.rules.Rules;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Repositories by which rules can be compared: one for each pattern that the rules have, and for what two of them have in common,
 * in each place. Rules tell apart no repositories that the same patterns stand for, so one of them stands for all.
 */
final class Samples {
    /** In no name, so that it fits nothing but stars. */
    private static final String ANY = "zq0x";
    // What is common to two patterns is rarely a third one; beyond this, some of it is left out.
    private static final int MOST_COMMON = 500;

    private Samples() {}

    /** Returns a repository for each pattern, by the pattern as it stands in a rule. */
    static Map<String, List<Sample>> of(List<RegistryPlace> places, Rules... all) {
        var globs = new TreeSet<String>();
        Stream.of(all)
                .flatMap(rules -> rules.all().stream())
                .flatMap(rule -> rule.scope().repositories().stream())
                .map(RepositoryPattern::glob)
                .forEach(globs::add);
        Collection<List<RegistryPlace>> alike = alike(places, all);
        var samples = new LinkedHashMap<String, List<Sample>>();
        withCommon(globs)
                .forEach(glob -> RepositoryName.parse(glob.replace("*", ANY))
                        .ifPresent(name -> samples.put(
                                glob,
                                alike.stream()
                                        .map(some -> new Sample(
                                                some,
                                                new Repository(
                                                        some.get(0).account(),
                                                        some.get(0).region(),
                                                        name)))
                                        .toList())));
        return samples;
    }

    /** Returns the places, those together that no pattern tells apart. */
    private static Collection<List<RegistryPlace>> alike(List<RegistryPlace> places, Rules... all) {
        List<RepositoryPattern> wide = Stream.of(all)
                .flatMap(rules -> rules.all().stream())
                .flatMap(rule -> rule.scope().repositories().stream())
                .map(pattern -> new RepositoryPattern(pattern.registry(), pattern.region(), "*"))
                .distinct()
                .toList();
        var any = new RepositoryName(ANY);
        return places.stream()
                .collect(Collectors.groupingBy(
                        place -> wide.stream()
                                .map(pattern -> pattern.matches(
                                        place.registry(), new Repository(place.account(), place.region(), any)))
                                .toList(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private static Set<String> withCommon(Set<String> globs) {
        var found = new LinkedHashSet<>(globs);
        for (String one : globs) {
            for (String other : globs) {
                int left = globs.size() + MOST_COMMON - found.size();
                if (left > 0 && !Wildcards.contain(one, other) && !Wildcards.contain(other, one)) {
                    common(one, other).limit(left).forEach(found::add);
                }
            }
        }
        return found;
    }

    /** Returns patterns for what both stand for: one within the other, and the end of one run together with the other's beginning. */
    private static Stream<String> common(String one, String other) {
        String head = one.substring(0, Math.max(0, one.indexOf('*')));
        String tail = other.substring(other.lastIndexOf('*') + 1);
        Stream<String> run = IntStream.rangeClosed(1, Math.min(head.length(), tail.length()))
                .filter(length -> head.endsWith(tail.substring(0, length)))
                .mapToObj(length -> head + tail.substring(length));
        return Stream.concat(Stream.of(one.replace("*", other)), run)
                .filter(both -> Wildcards.contain(one, both) && Wildcards.contain(other, both));
    }

    /**
     * A repository that stands for others.
     *
     * @param places where it could as well be, as far as rules go; it is in the first
     */
    record Sample(List<RegistryPlace> places, Repository repository) {
        String registry() {
            return places.get(0).registry();
        }
    }
}
