package dev.ecrbot.desk;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.tell.SendingLimits;
import dev.ecrbot.problem.Code;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Makes desks that have one ledger, and keeps what they have approved until it is to be applied. */
final class Desks {
    private final DeskAssembly.Ports ports;
    private final SettableClock clock;
    private final Consumer<Code> problems;
    private final Queue<RequestId> approved = new ConcurrentLinkedQueue<>();

    Desks(DeskAssembly.Ports ports, SettableClock clock, Consumer<Code> problems) {
        this.ports = ports;
        this.clock = clock;
        this.problems = problems;
    }

    DeskAssembly by(BotConfig config, Executor beside) {
        return DeskAssembly.of(
                ports,
                new DeskAssembly.Engine(new Heard(approved::add), clock::advance, problems, SendingLimits.NONE, beside),
                config,
                clock);
    }

    /** Has this desk apply all that is approved, no two at the same moment. */
    void applyAll(DeskAssembly desk) {
        for (RequestId id = approved.poll(); id != null; id = approved.poll()) {
            desk.applier().apply(id);
            // So that the witness can tell which policy a message speaks of.
            clock.advance(Duration.ofMillis(1));
        }
    }
}
