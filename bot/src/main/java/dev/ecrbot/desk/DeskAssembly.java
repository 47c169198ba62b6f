package dev.ecrbot.desk;

import dev.ecrbot.desk.apply.Applier;
import dev.ecrbot.desk.apply.UnconfirmedWrites;
import dev.ecrbot.desk.apply.EndingRequests;
import dev.ecrbot.desk.apply.Endings;
import dev.ecrbot.desk.apply.Outcomes;
import dev.ecrbot.desk.apply.RereadSchedule;
import dev.ecrbot.desk.apply.Sleeper;
import dev.ecrbot.desk.apply.Settling;
import dev.ecrbot.desk.counter.Asking;
import dev.ecrbot.desk.counter.Deciding;
import dev.ecrbot.desk.counter.Desk;
import dev.ecrbot.desk.counter.Extending;
import dev.ecrbot.desk.counter.EarlyEnding;
import dev.ecrbot.desk.counter.Reverting;
import dev.ecrbot.desk.counter.Shortening;
import dev.ecrbot.desk.counter.Lookups;
import dev.ecrbot.desk.due.Expiring;
import dev.ecrbot.desk.due.Rereading;
import dev.ecrbot.desk.due.Sweeper;
import dev.ecrbot.desk.due.Waiting;
import dev.ecrbot.desk.judge.ApproverCheck;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.judge.RuleForChange;
import dev.ecrbot.desk.judge.Limits;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.PolicyEvidence;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.Postman;
import dev.ecrbot.desk.tell.FallbackCard;

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
public record DeskAssembly(Desk desk, Applier applier, Sweeper sweeper, Rereading rereading, Postman postman) {

    /** What the desk reaches the world through. */
    public record Ports(Ledger ledger, Policies policies, Directory directory, Courier courier) {}

    /**
     * How work goes on after it was recorded.
     *
     * @param approved is handed requests to apply, some of them more than once
     * @param wakePostman tells that there is something to deliver
     */
    public record Signals(Consumer<RequestId> approved, Runnable wakePostman, Sleeper sleeper, Consumer<Code> tally) {}

    /** Returns what comes due by stored dates. */
    public List<Chore> chores() {
        return Stream.concat(sweeper.chores().stream(), Stream.of(rereading.chore()))
                .toList();
    }

    /** Puts the desk together. */
    public static DeskAssembly of(Ports ports, Signals signals, BotConfig config, Clock clock) {
        Ledger ledger = ports.ledger();
        Policies policies = ports.policies();
        Names names = names(config);
        var refusals = new RecordedRefusals(ledger, ports.directory(), clock);
        var planning = new Planning(ledger, policies, config, clock);
        var evidence = new PolicyEvidence(planning);
        var endings = new Endings(signals.tally());
        var schedule = new RereadSchedule(config.policy().rereadEvery());
        var outcomes = new Outcomes(ledger, endings, schedule, clock, signals.wakePostman());
        var settling = new Settling(ledger, policies, evidence, outcomes, signals.sleeper());
        var limits = new Limits(config.limits(), clock);
        var asking =
                new Asking(ledger, policies, ports.directory(), refusals, planning, limits, config, clock, signals.approved(), signals.wakePostman());
        var ruleForChange = new RuleForChange(config, clock);
        var approverCheck = new ApproverCheck(ports.directory(), ruleForChange, clock);
        var deciding = new Deciding(ledger, refusals, approverCheck, clock, signals.approved(), signals.wakePostman());
        var endingRequests = new EndingRequests(ledger, planning, endings, clock, signals.approved());
        var unconfirmed = new UnconfirmedWrites(ledger, policies, evidence, outcomes, endingRequests, clock);
        var earlyEnding = new EarlyEnding(ledger, refusals, approverCheck, endingRequests, endings, unconfirmed, clock, signals.wakePostman());
        var parser = new CommandParser(names, clock);
        var lookups = new Lookups(ledger, policies, refusals, config, new HelpText(names), clock);
        return new DeskAssembly(
                new Desk(
                        parser,
                        refusals,
                        asking,
                        deciding,
                        new Extending(ledger, refusals, asking, clock),
                        new Reverting(ledger, refusals, ruleForChange, asking, clock),
                        earlyEnding,
                        new Shortening(ledger, refusals, approverCheck, planning, asking, parser, clock, signals.wakePostman()),
                        lookups,
                        limits,
                        signals.tally()),
                new Applier(ledger, policies, planning, outcomes, settling, unconfirmed, signals.sleeper()),
                new Sweeper(
                        ledger,
                        endingRequests,
                        endings,
                        unconfirmed,
                        new Waiting(ledger, approverCheck, clock, signals.wakePostman()),
                        new Expiring(ledger, clock, signals.wakePostman()),
                        clock,
                        signals.approved(),
                        signals.wakePostman()),
                new Rereading(ledger, policies, evidence, endings, unconfirmed, schedule, clock, signals.wakePostman()),
                new Postman(
                        ledger,
                        ports.courier(),
                        policies,
                        new FallbackCard(config.slack().fallbackChannel(), ports.courier()),
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
