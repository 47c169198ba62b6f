package dev.ecrbot.desk;

import dev.ecrbot.command.Names;
import dev.ecrbot.command.RegistryNames;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.apply.Applier;
import dev.ecrbot.desk.apply.Applying;
import dev.ecrbot.desk.apply.Sleeper;
import dev.ecrbot.desk.checkup.Clinic;
import dev.ecrbot.desk.counter.BackOffice;
import dev.ecrbot.desk.counter.Desk;
import dev.ecrbot.desk.due.DueWork;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.judge.KnownMachines;
import dev.ecrbot.desk.ledger.AnnouncingLedger;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Consequences;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.Postman;
import dev.ecrbot.desk.tell.SendingLimits;
import dev.ecrbot.desk.watch.Watching;
import dev.ecrbot.desk.watch.WeeklyDigest;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.problem.Code;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The whole desk, put together. */
public record DeskAssembly(
        BotConfig config, Desk desk, Applier applier, DueWork due, Postman postman, FleetWatch fleet) {

    /**
     * All repositories together.
     *
     * @param index what is known of them
     * @param chores those who watch them by it, and tell channels
     */
    public record FleetWatch(FleetIndex index, List<Chore> chores) {
        private static FleetWatch of(Ledger ledger, FleetIndex index, BotConfig config, Clock clock) {
            return new FleetWatch(
                    index,
                    List.of(
                            new Watching(ledger, index, config, clock).chore(),
                            new WeeklyDigest(ledger, index, config, clock).chore()));
        }
    }

    /** What the desk reaches the world through. */
    public record Ports(
            Ledger ledger, Policies policies, FleetIndex index, Directory directory, Courier courier, Clinic clinic) {
        /** Ports of a bot whose set-up isn't looked at. */
        public Ports(Ledger ledger, Policies policies, FleetIndex index, Directory directory, Courier courier) {
            this(ledger, policies, index, directory, courier, Clinic.empty());
        }

        /** Returns the same of a bot whose set-up is looked at there. */
        public Ports with(Clinic other) {
            return new Ports(ledger, policies, index, directory, courier, other);
        }
    }

    /**
     * What the desk's work runs on.
     *
     * @param listener carries on what was recorded
     * @param tally counts the problems that people are told
     * @param limits how much may be sent to Slack
     * @param beside does what may hang without keeping the rest waiting
     */
    public record Engine(
            Consequences.Listener listener,
            Sleeper sleeper,
            Consumer<Code> tally,
            SendingLimits limits,
            Executor beside) {
        /** An engine without threads: one thing is done after the other. */
        public Engine(Consequences.Listener listener, Sleeper sleeper, Consumer<Code> tally, SendingLimits limits) {
            this(listener, sleeper, tally, limits, Runnable::run);
        }
    }

    /** Puts the desk together. */
    public static DeskAssembly of(Ports ports, Engine engine, BotConfig config, Clock clock) {
        var ledger = new AnnouncingLedger(ports.ledger(), engine.listener());
        var live = Live.of(ledger, ports.policies(), ports.index()::seen, engine.beside(), config, clock);
        Directory directory = new KnownMachines(ports.directory(), config.machines());
        var judging = Judging.of(ledger, directory, live.policies()::tags, config, clock);
        var applying = Applying.of(
                ledger,
                live,
                judging,
                new Applying.Settings(config.policy().rereadEvery(), engine.sleeper(), engine.tally()),
                clock);
        return new DeskAssembly(
                config,
                Desk.of(
                        new BackOffice(
                                ledger,
                                live,
                                judging,
                                applying,
                                new BackOffice.LookupSources(ports.index(), directory, ports.clinic())),
                        names(config),
                        config,
                        engine.tally(),
                        clock),
                applying.applier(),
                DueWork.of(
                        ledger,
                        live,
                        judging.approvers(),
                        new DueWork.Hands(applying, engine.listener()::apply, engine.beside()),
                        config,
                        clock),
                Postman.of(
                        ledger,
                        new Postman.Bag(ports.courier(), ports.policies(), engine.limits()),
                        config.slack().fallbackChannel(),
                        judging.ruleForChange(),
                        clock),
                FleetWatch.of(ledger, ports.index(), config, clock));
    }

    /** Returns what is to be done again and again. */
    public List<Chore> chores() {
        return Stream.concat(due.chores().stream(), fleet.chores().stream()).toList();
    }

    /** Takes over what the index has got, and works out what questions about it need. */
    public void keepUp() {
        fleet.index().refresh();
        desk.prepare();
    }

    /** Returns the names and words that people can type. */
    public static Names names(BotConfig config) {
        var registries = new LinkedHashMap<String, RegistryNames>();
        config.registries()
                .forEach(registry ->
                        registries.put(registry.name(), new RegistryNames(registry.account(), registry.regions())));
        var organizations = new LinkedHashMap<String, OrganizationId>();
        config.organizations().forEach((name, organization) -> organizations.put(name, organization.id()));
        return new Names(config.accounts(), organizations, registries, config.accesses());
    }
}
