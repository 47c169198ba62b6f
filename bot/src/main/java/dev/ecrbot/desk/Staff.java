package dev.ecrbot.desk;

import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.HelpText;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.RegistryNames;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.problem.Code;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Everybody at the desk, put together. */
public record Staff(Desk desk, Applier applier, Sweeper sweeper, Rereading rereading, Postman postman) {

    /** What the desk reaches the world through. */
    public record Ports(Ledger ledger, Policies policies, Directory directory, Courier courier) {}

    /**
     * How work goes on after it was recorded.
     *
     * @param approved is handed requests to apply, some of them more than once
     * @param wakePostman tells that there is something to deliver
     */
    public record Signals(Consumer<RequestId> approved, Runnable wakePostman, Pause pause, Consumer<Code> tally) {}

    /** Returns what comes due by stored dates. */
    public List<Chore> chores() {
        return Stream.concat(sweeper.chores().stream(), Stream.of(rereading.chore()))
                .toList();
    }

    /** Puts the desk together. */
    public static Staff of(Ports ports, Signals signals, BotConfig config, Clock clock) {
        Ledger ledger = ports.ledger();
        Policies policies = ports.policies();
        Names names = names(config);
        var gate = new Gate(ledger, ports.directory(), clock);
        var planning = new Planning(ledger, policies, config, clock);
        var presence = new Presence(planning);
        var endings = new Endings(signals.tally());
        var pace = new Pace(config.policy().rereadEvery());
        var outcomes = new Outcomes(ledger, endings, pace, clock, signals.wakePostman());
        var settling = new Settling(ledger, policies, presence, outcomes, signals.pause());
        var limits = new Limits(config.limits(), clock);
        var asking =
                new Asking(ledger, policies, ports.directory(), gate, planning, limits, config, clock, signals.approved(), signals.wakePostman());
        var jurisdiction = new Jurisdiction(config, clock);
        var bench = new Bench(ports.directory(), jurisdiction, clock);
        var deciding = new Deciding(ledger, gate, bench, clock, signals.approved(), signals.wakePostman());
        var starting = new EndStart(ledger, planning, endings, clock, signals.approved());
        var doubts = new Doubts(ledger, policies, presence, outcomes, starting, clock);
        var releasing = new Releasing(ledger, gate, bench, starting, endings, doubts, clock, signals.wakePostman());
        var parser = new CommandParser(names, clock);
        var telling = new Telling(ledger, policies, gate, config, new HelpText(names), clock);
        return new Staff(
                new Desk(
                        parser,
                        gate,
                        asking,
                        deciding,
                        new Extending(ledger, gate, asking, clock),
                        new Reverting(ledger, gate, jurisdiction, asking, clock),
                        releasing,
                        new Shortening(ledger, gate, bench, planning, asking, parser, clock, signals.wakePostman()),
                        telling,
                        limits,
                        signals.tally()),
                new Applier(ledger, policies, planning, outcomes, settling, doubts, signals.pause()),
                new Sweeper(
                        ledger,
                        starting,
                        endings,
                        doubts,
                        new Waiting(ledger, bench, clock, signals.wakePostman()),
                        new Expiring(ledger, clock, signals.wakePostman()),
                        clock,
                        signals.approved(),
                        signals.wakePostman()),
                new Rereading(ledger, policies, presence, endings, doubts, pace, clock, signals.wakePostman()),
                new Postman(
                        ledger,
                        ports.courier(),
                        policies,
                        new Rerouting(config.slack().fallbackChannel(), ports.courier()),
                        clock));
    }

    private static Names names(BotConfig config) {
        var registries = new LinkedHashMap<String, RegistryNames>();
        config.registries()
                .forEach(registry ->
                        registries.put(registry.name(), new RegistryNames(registry.account(), registry.regions())));
        var organizations = new LinkedHashMap<String, OrganizationId>();
        config.organizations().forEach((name, organization) -> organizations.put(name, organization.id()));
        return new Names(config.accounts(), organizations, registries);
    }
}
