package dev.ecrbot.rules.change;

import dev.ecrbot.rules.PrincipalKind;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * Something that a rule lets people do, and that the rules before didn't.
 *
 * @param rule the name of the rule that decides now
 * @param what who may do what, or what is asked of them no longer; as a part of a sentence
 * @param people ids of users and groups that {@code what} names
 * @param repositories for which it is so
 * @param access for which it is so; empty where that plays no part
 * @param to accounts and organizations for which it is so; empty where they play no part
 * @param kinds of principals for which it is so; empty where they play no part
 */
public record Gain(
        String rule,
        String what,
        Set<String> people,
        List<Extent> repositories,
        SortedSet<String> access,
        SortedSet<String> to,
        Set<PrincipalKind> kinds) {
    public Gain {
        repositories = List.copyOf(repositories);
    }
}
