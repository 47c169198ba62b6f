package dev.ecrbot.policy.holding;

import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists who holds what on a target through the policy of its registry, and through which statement. */
public final class RegistryHoldings {
    private RegistryHoldings() {}

    /**
     * Lists the holdings in the order of the statements; those that can't be understood are left out. Each tells the
     * resource that its statement names.
     *
     * @param owned the bot's grants in force on patterns of the registry
     */
    public static List<Holding> of(
            PolicyDocument registry, Target target, Map<MatchingRepositories, Set<Owned>> owned) {
        List<Statement> statements = registry.statements();
        return IntStream.range(0, statements.size())
                .boxed()
                .filter(index -> !statements.get(index).opaque())
                .filter(index -> ResourceReach.concerns(statements.get(index), target))
                .flatMap(index -> of(registry, index, target.region().partition(), owned).stream())
                .toList();
    }

    /** Returns the registry's policy with nothing in it but what it denies on the target, or on some of it. */
    public static PolicyDocument denials(PolicyDocument registry, Target target) {
        return registry.with(registry.statements().stream()
                .filter(statement -> statement.widest().denies())
                .filter(statement -> ResourceReach.concerns(statement.widest(), target))
                .toList());
    }

    private static List<Holding> of(
            PolicyDocument registry, int index, Partition home, Map<MatchingRepositories, Set<Owned>> owned) {
        Statement statement = registry.statements().get(index);
        Ownership ownership = owned.keySet().stream()
                .filter(pattern -> ResourceReach.names(statement, pattern))
                .findFirst()
                .map(pattern -> new Ownership(
                        EditScope.of(registry, pattern).document(), owned.getOrDefault(pattern, Set.of()), home))
                .orElseGet(() -> new Ownership(PolicyDocument.empty(), Set.of(), home));
        return Holdings.of(EditScope.bare(statement), index, ownership, home)
                .map(holding -> holding.through(resource(statement)))
                .toList();
    }

    private static String resource(Statement statement) {
        String named = statement.resources().stream().collect(Collectors.joining(", "));
        return statement.exceptsResources() ? "* except " + named : named;
    }
}
