package dev.ecrbot.policy.holding;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.NamePattern;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A principal's place in a statement that is just as the bot writes it, where no stored grant stands behind it: the grant's record
 * was lost, or somebody wrote the statement by hand.
 *
 * @param target what the statement is about
 * @param sid the statement's Sid as written
 */
public record Unclaimed(
        Target target, Principal.Grantable principal, Access access, Optional<Instant> until, String sid) {

    /**
     * Lists them in the order of the statements. Ids of deleted principals are left out: they let nobody in.
     *
     * @param owned the bot's grants in force in the policy
     */
    public static List<Unclaimed> of(PolicyDocument policy, PolicyHolder holder, Map<Target, Set<Owned>> owned) {
        return policy.statements().stream()
                .filter(statement -> !statement.opaque())
                .flatMap(statement -> target(statement, holder)
                        .map(target -> in(policy, statement, target, owned.getOrDefault(target, Set.of())))
                        .orElseGet(Stream::of))
                .toList();
    }

    private static Stream<Unclaimed> in(PolicyDocument policy, Statement statement, Target target, Set<Owned> owned) {
        Partition home = target.region().partition();
        Statement bare = target instanceof Repository ? statement : EditScope.bare(statement);
        return BotStatement.of(bare).stream().flatMap(form -> {
            var ownership = new Ownership(EditScope.of(policy, target).document(), owned, home);
            return bare.holders(home).stream()
                    .filter(Principal.Grantable.class::isInstance)
                    .map(Principal.Grantable.class::cast)
                    .filter(holder -> !ownership.ours(form, holder))
                    .map(holder -> new Unclaimed(
                            target,
                            holder,
                            form.access(),
                            form.end(),
                            bare.sid().orElse("")));
        });
    }

    /** Returns what the statement is about, if it is about what one grant could be. */
    private static Optional<Target> target(Statement statement, PolicyHolder holder) {
        if (holder instanceof Repository repository) {
            return Optional.of(repository);
        }
        var registry = new RegionalRegistry(holder.account(), holder.region());
        return statement.resources().stream()
                .flatMap(resource -> NamePattern.parse(resource.substring(resource.indexOf('/') + 1)).stream())
                .map(pattern -> new MatchingRepositories(registry, pattern))
                .filter(some -> ResourceReach.names(statement, some))
                .map(Target.class::cast)
                .findFirst();
    }
}
