package dev.ecrbot.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What of another configuration a running bot takes up.
 *
 * @param config the new one, with what can't change while the bot runs as it was
 * @param waiting the sections of the file that say something else, which counts after a restart only
 */
public record Succession(BotConfig config, List<String> waiting) {
    public Succession {
        waiting = List.copyOf(waiting);
    }

    /**
     * Returns whether the registries are others. Rules speak of registries, so that new rules on old registries could let in what
     * nobody meant: nothing of such a file counts before a restart.
     */
    public static boolean isForRestart(BotConfig running, BotConfig next) {
        return !running.registries().equals(next.registries());
    }

    /** Returns what the running bot takes up of the next configuration. */
    public static Succession of(BotConfig running, BotConfig next) {
        var slack = new SlackSettings(
                running.slack().mode(),
                running.slack().address(),
                running.slack().apiUrl(),
                running.slack().command(),
                next.slack().fallbackChannel());
        var config = new BotConfig(
                slack,
                running.registries(),
                next.accounts(),
                next.organizations(),
                next.accesses(),
                next.rules(),
                running.store(),
                running.ops(),
                next.policy(),
                next.limits(),
                running.index(),
                next.production(),
                next.admins(),
                running.audit(),
                machines(running, next));
        List<String> waiting = Stream.of(
                        Stream.of("slack").filter(section -> !slack.equals(next.slack())),
                        waits("store", running, next, BotConfig::store),
                        waits("ops", running, next, BotConfig::ops),
                        waits("index", running, next, BotConfig::index),
                        waits("audit", running, next, BotConfig::audit),
                        waits("machines", running, next, each -> each.machines().map(MachineSettings::address)))
                .flatMap(section -> section)
                .toList();
        return new Succession(config, waiting);
    }

    /** Which machines there are counts at once, as the rules that name them do; a door that is open stays where it is. */
    private static Optional<MachineSettings> machines(BotConfig running, BotConfig next) {
        return next.machines()
                .map(machines -> new MachineSettings(
                        running.machines().map(MachineSettings::address).orElse(machines.address()),
                        machines.audience(),
                        machines.identities()));
    }

    private static Stream<String> waits(
            String section, BotConfig running, BotConfig next, Function<BotConfig, Object> part) {
        return Stream.of(section).filter(name -> !Objects.equals(part.apply(running), part.apply(next)));
    }
}
