package dev.ecrbot.desk;

import dev.ecrbot.desk.apply.Applier;
import dev.ecrbot.desk.apply.Doubts;
import dev.ecrbot.desk.apply.EndStart;
import dev.ecrbot.desk.apply.Endings;
import dev.ecrbot.desk.apply.Outcomes;
import dev.ecrbot.desk.apply.Pace;
import dev.ecrbot.desk.apply.Pause;
import dev.ecrbot.desk.apply.Settling;
import dev.ecrbot.desk.counter.Asking;
import dev.ecrbot.desk.counter.Deciding;
import dev.ecrbot.desk.counter.Desk;
import dev.ecrbot.desk.counter.Extending;
import dev.ecrbot.desk.counter.Releasing;
import dev.ecrbot.desk.counter.Reverting;
import dev.ecrbot.desk.counter.Shortening;
import dev.ecrbot.desk.counter.Telling;
import dev.ecrbot.desk.due.Expiring;
import dev.ecrbot.desk.due.Rereading;
import dev.ecrbot.desk.due.Sweeper;
import dev.ecrbot.desk.due.Waiting;
import dev.ecrbot.desk.judge.Bench;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.desk.judge.Gate;
import dev.ecrbot.desk.judge.Jurisdiction;
import dev.ecrbot.desk.judge.Limits;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.Presence;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.Postman;
import dev.ecrbot.desk.tell.Rerouting;

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
