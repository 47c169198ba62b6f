package dev.ecrbot.desk.answer;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.policy.Principal;
import java.util.List;
import java.util.SortedSet;

/**
 * What somebody reaches across the fleet, as far as the repositories' side goes; one page of it.
 *
 * @param hidden how many repositories are left out, since the asker isn't told how things are there
 */
public record PrincipalReach(
        Principal whom, List<Way> ways, long repositories, long hidden, Paging paging, Coverage coverage)
        implements Finding {
    public PrincipalReach {
        ways = List.copyOf(ways);
    }

    /**
     * Repositories that are reached in the same way.
     *
     * @param through whom their policies let in: whoever was asked about, or for an account somebody in it
     * @param allowed actions that are allowed whatever isn't known
     * @param depends actions that depend on the keys
     */
    public record Way(
            RegionalRegistry registry,
            Principal through,
            SortedSet<String> allowed,
            SortedSet<String> depends,
            SortedSet<String> keys,
            List<Repository> repositories) {
        public Way {
            repositories = List.copyOf(repositories);
        }
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.reach(this);
    }
}
