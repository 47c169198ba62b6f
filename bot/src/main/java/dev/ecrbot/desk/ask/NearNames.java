package dev.ecrbot.desk.ask;

import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.problem.Guess;
import java.util.List;
import java.util.stream.Stream;

/** Finds the repositories that somebody can have meant by a name that none has. */
final class NearNames {
    private static final int SLIPS = 2;
    private static final int SHORT = 3;
    private static final int LONGEST = 256;
    private static final String SLASH = "/";

    private NearNames() {}

    /**
     * Returns those that come nearest: with the same name elsewhere; else, in the same place, with fewest slips; else with more before
     * the name, or less.
     */
    static List<RepositoryRef> of(TargetRef typed, List<RepositoryRef> known) {
        String name = typed.target().text();
        if (name.length() > LONGEST) {
            return List.of();
        }
        List<RepositoryRef> elsewhere =
                known.stream().filter(ref -> name(ref).equals(name)).toList();
        if (!elsewhere.isEmpty()) {
            return elsewhere;
        }
        List<RepositoryRef> there = known.stream()
                .filter(ref -> ref.registry().equals(typed.registry())
                        && ref.repository().region().equals(typed.target().region()))
                .toList();
        List<RepositoryRef> slipped = slipped(name, there);
        return slipped.isEmpty()
                ? there.stream().filter(ref -> isPart(name, name(ref))).toList()
                : slipped;
    }

    private static List<RepositoryRef> slipped(String name, List<RepositoryRef> known) {
        List<RepositoryRef> close = known.stream()
                .filter(ref -> Math.abs(name(ref).length() - name.length()) <= SLIPS)
                .filter(ref -> Guess.distance(name, name(ref)) <= (name.length() <= SHORT ? 1 : SLIPS))
                .toList();
        int least = close.stream()
                .mapToInt(ref -> Guess.distance(name, name(ref)))
                .min()
                .orElse(0);
        return close.stream()
                .filter(ref -> Guess.distance(name, name(ref)) == least)
                .toList();
    }

    /** People leave out what stands before the last slash, or write the registry there. */
    private static boolean isPart(String one, String other) {
        return Stream.of(one, other).noneMatch(String::isEmpty)
                && (one.endsWith(SLASH + other) || other.endsWith(SLASH + one));
    }

    private static String name(RepositoryRef ref) {
        return ref.repository().name().value();
    }
}
