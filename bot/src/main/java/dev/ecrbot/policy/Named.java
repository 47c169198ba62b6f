package dev.ecrbot.policy;

import dev.ecrbot.ecr.Partition;
import java.util.List;
import java.util.Set;

/**
 * Whom a statement is about, where bare account ids are accounts of one partition.
 *
 * @param principals those it names, or excepts, each once
 * @param holders those it is about as people would say it
 * @param all the holders, to look one up
 */
record Named(Partition home, List<Principal> principals, List<Principal> holders, Set<Principal> all) {

    static Named by(Statement statement, Partition home) {
        List<Principal> principals = statement.entries().stream()
                .map(entry -> entry.principal(home))
                .distinct()
                .toList();
        List<Principal> holders =
                statement.clause().map(telling -> telling.holders(statement)).orElse(principals);
        return new Named(home, principals, holders, Set.copyOf(holders));
    }
}
