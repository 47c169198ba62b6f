package dev.ecrbot.policy;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in words people type which access a set of actions is. */
public final class AccessWords {
    private static final String PREFIX = "ecr:";

    private AccessWords() {}

    /**
     * Returns the widest accesses that the actions hold whole, then the actions that none of these holds: by name without
     * {@code ecr:}, those with wildcards as they are.
     */
    public static List<String> of(AccessCatalogue accesses, Set<String> actions) {
        Set<String> folded = actions.stream().map(AccessWords::fold).collect(Collectors.toSet());
        List<Access> held = accesses.accesses().stream()
                .filter(access -> folded.containsAll(folded(access)))
                .toList();
        List<Access> widest = held.stream()
                .filter(access -> held.stream().noneMatch(other -> wider(other, access)))
                .toList();
        Set<String> said =
                widest.stream().flatMap(access -> folded(access).stream()).collect(Collectors.toSet());
        var words = new ArrayList<>(widest.stream().map(Access::word).toList());
        new TreeSet<>(actions)
                .stream().filter(action -> !said.contains(fold(action))).forEach(action -> words.add(name(action)));
        return List.copyOf(words);
    }

    /** Returns whether an action is one of those written, where {@code *} and {@code ?} stand for others; case is the same. */
    public static boolean covers(Set<String> written, String action) {
        return written.stream().anyMatch(pattern -> Globs.matches(pattern, action));
    }

    /** Returns whether {@code wide} holds every action of {@code narrow} and more. */
    static boolean wider(Access wide, Access narrow) {
        return !wide.equals(narrow) && wide.actions().containsAll(narrow.actions());
    }

    public static String fold(String action) {
        return action.toLowerCase(Locale.ROOT);
    }

    public static Set<String> folded(Access access) {
        return access.actions().stream().map(AccessWords::fold).collect(Collectors.toSet());
    }

    private static String name(String action) {
        boolean plain = !Globs.wild(action) && action.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
        return plain ? action.substring(PREFIX.length()) : action;
    }
}
