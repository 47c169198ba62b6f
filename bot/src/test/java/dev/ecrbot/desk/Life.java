package dev.ecrbot.desk;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.tell.SendingLimits;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** One process of the bot, from its start to its end, driven step by step. What it only had in mind ends with it. */
final class Life {
    private static final BotConfig CONFIG = BenchConfig.patient();
    // Longer than whatever is put off for the first time; what is put off again is for twice as long.
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROUNDS = 3;
    private static final int ALL_POLICIES = 50;

    private final World world;
    private final DeskAssembly staff;
    private final Queue<RequestId> approved = new ArrayDeque<>();

    Life(World world) {
        this(world, Fate.KIND);
    }

    Life(World world, Fate fate) {
        this(world, fate, world.clock());
    }

    /** @param clock its own, which may differ a little from the others' */
    Life(World world, Fate fate, Clock clock) {
        this(world, fate, clock, CONFIG);
    }

    Life(World world, BotConfig config) {
        this(world, Fate.KIND, world.clock(), config);
    }

    private Life(World world, Fate fate, Clock clock, BotConfig config) {
        this.world = world;
        this.staff = DeskAssembly.of(
                Mortal.ports(world.ports(world.ledger()), fate),
                new DeskAssembly.Engine(
                        new Heard(approved::add), world.clock()::advance, code -> {}, SendingLimits.NONE),
                config,
                clock);
    }

    Answer types(PersonId person, String text) {
        Instant asked = world.clock().instant();
        Answer answer = staff.desk().command(DeskBench.asker(person), text);
        world.witness().answers(answer, asked, world.clock().instant());
        return answer;
    }

    /** Returns the request that this text makes, with its card delivered. */
    RequestId asks(PersonId person, String text) {
        if (types(person, text) instanceof Answer.Filed filed) {
            deliver();
            return filed.request().id();
        }
        throw new AssertionError(text + " made no request");
    }

    Answer approves(PersonId person, Request shown) {
        return clicks(person, shown, Click.Kind.APPROVE);
    }

    Answer clicks(PersonId person, Request shown, Click.Kind kind) {
        return staff.desk()
                .click(new Click(
                        DeskBench.asker(person),
                        shown.id().value(),
                        shown.revision().number(),
                        kind));
    }

    /** Applies what has waited longest, and returns what that was. */
    Optional<RequestId> applyNext() {
        Optional<RequestId> next = Optional.ofNullable(approved.poll());
        next.ifPresent(staff.applier()::apply);
        return next;
    }

    /** Applies all that is approved, and delivers all that is due. */
    void work() {
        while (applyNext().isPresent()) {
            world.clock().advance(Duration.ofMillis(1));
        }
        deliver();
    }

    void deliver() {
        staff.postman().deliverDue();
    }

    void sweep() {
        Sweep.once(staff);
    }

    /** Has the index take over what this process has read. */
    void keepUp() {
        staff.keepUp();
    }

    /** Sweeps, and reads all policies again that are due. */
    void sweepAndRead() {
        sweep();
        staff.due().rereading().look(ALL_POLICIES);
        world.witness().swept(world.clock().instant(), world.underWay());
    }

    /** Sweeps and works until whatever was put off must have been dealt with. */
    void untilQuiet() {
        for (int i = 0; i < ROUNDS; i++) {
            sweep();
            work();
            world.clock().advance(PATIENCE.multipliedBy(1L << i));
        }
    }
}
