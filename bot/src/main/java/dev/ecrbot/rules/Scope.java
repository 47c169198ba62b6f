package dev.ecrbot.rules;

import dev.ecrbot.ecr.Access;
import java.util.List;
import java.util.Set;

/**
 * What a rule is for. Immutable.
 *
 * @param patterns whether access may be given to a pattern of repositories at once; plays no part in taking it away
 * @param to the accounts and organizations that access is given to; plays no part in taking it away
 * @param principals the kinds that access is given to; plays no part in taking it away
 */
public record Scope(
        List<RepositoryPattern> repositories,
        boolean patterns,
        Set<Access> access,
        Targets to,
        Set<PrincipalKind> principals) {

    /** @throws IllegalArgumentException if no ask could be within it */
    public Scope {
        repositories = List.copyOf(repositories);
        access = Set.copyOf(access);
        principals = Set.copyOf(principals);
        if (repositories.isEmpty() || access.isEmpty() || principals.isEmpty()) {
            throw new IllegalArgumentException("a rule for nothing can never match");
        }
    }

    /** Returns whether some of its repositories' patterns stands for all that the ask is about. */
    boolean contains(Subject subject) {
        return repositories.stream().anyMatch(pattern -> pattern.matches(subject.registryName(), subject.target()));
    }

    /** Returns whether it is for some of the repositories that the ask is about. */
    boolean overlaps(Subject subject) {
        return repositories.stream().anyMatch(pattern -> pattern.overlaps(subject.registryName(), subject.target()));
    }
}
