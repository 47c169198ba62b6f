package dev.ecrbot.desk.watch;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Registry;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.NamePattern;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which channels are told of what.
 *
 * @param wanted whether a rule's channel is told such things
 */
record WatchedRules(BotConfig config, Predicate<Rule> wanted) {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedRules.class);

    /** Returns the channels that are told something, each once. */
    List<String> channels() {
        return config.rules().all().stream()
                .filter(wanted)
                .map(Rule::channel)
                .distinct()
                .toList();
    }

    /**
     * Has each channel told; one that can't be doesn't keep the others from it.
     *
     * @throws RuntimeException what was thrown last, once all were tried
     */
    void tell(Consumer<String> telling) {
        Optional<RuntimeException> failed = Optional.empty();
        for (String channel : channels()) {
            try {
                telling.accept(channel);
            } catch (RuntimeException e) {
                LOG.error("{} can't be told now", channel, e);
                failed = Optional.of(e);
            }
        }
        failed.ifPresent(e -> {
            throw e;
        });
    }

    /** Returns whether the channel is told of this policy. */
    boolean isFor(String channel, PolicyHolder holder) {
        return isFor(channel, (Target)
                // A registry's policy can be about every repository there.
                (holder instanceof Repository repository
                        ? repository
                        : new MatchingRepositories(
                                new RegionalRegistry(holder.account(), holder.region()), new NamePattern("*"))));
    }

    /** Returns whether the channel is told of this target. */
    boolean isFor(String channel, Target target) {
        return config.registries().stream()
                .filter(registry -> registry.account().equals(target.account())
                        && registry.regions().contains(target.region()))
                .map(Registry::name)
                .flatMap(registry -> config.rules().about(registry, target).all().stream())
                .anyMatch(rule -> rule.channel().equals(channel) && wanted.test(rule));
    }
}
