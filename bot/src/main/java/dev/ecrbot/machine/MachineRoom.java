package dev.ecrbot.machine;

import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.http.Address;
import dev.ecrbot.http.ClientLimits;
import dev.ecrbot.http.HttpListener;
import dev.ecrbot.machine.proof.Proofs;
import dev.ecrbot.problem.BotProblems;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door through which machines come. It is there only where the configuration names machines; the port is taken as soon as it is
 * made, and served once it is opened. Thread-safe.
 */
public final class MachineRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MachineRoom.class);
    private static final int LONGEST_BODY = 64 * 1024;
    /** AWS may take its time for a plan, and a proof has to be looked up before. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Duration LAST = Duration.ofSeconds(3);

    private final ExecutorService workers;
    private final TurnedAway turnedAway;
    private final HttpListener listener;

    /** Puts what was turned away at the door into the audit trail. */
    @FunctionalInterface
    public interface Records {
        /** @param machine which; empty where that wasn't proven */
        void turnedAway(Optional<PersonId> machine, int calls, Problem why);
    }

    /**
     * The audit trail, as far as machines have to do with it.
     *
     * @param pages what those may read of it that export it
     * @param records puts into it what was turned away at the door
     */
    public record AuditTrail(AuditPages pages, Records records) {}

    /**
     * @param settings which machines there are now
     * @param tally counts the problems that machines are told
     * @throws ProblemException if the port can't be listened on
     */
    public MachineRoom(
            Address address,
            Supplier<Optional<MachineSettings>> settings,
            Counter counter,
            AuditTrail audit,
            Consumer<Code> tally,
            Clock clock) {
        var number = new AtomicInteger();
        workers = Executors.newFixedThreadPool(MachineDoor.AT_ONCE, work -> {
            var thread = new Thread(work, "machine-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        turnedAway = new TurnedAway(audit.records()::turnedAway, clock);
        var door = new MachineDoor(
                Proofs.of(settings, clock),
                new Calls(new Clerk(counter, audit.pages(), turnedAway, clock)),
                turnedAway,
                tally,
                workers);
        try {
            listener = new HttpListener("machine-http", address, limits(), door);
        } catch (IOException e) {
            workers.shutdown();
            throw new ProblemException(
                    BotProblems.noPortForMachines(address.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    // A proxy's connections all come from one address.
    private static ClientLimits limits() {
        ClientLimits usual = ClientLimits.of(LONGEST_BODY);
        return new ClientLimits(
                usual.headerBytes(), LONGEST_BODY, LONGEST, usual.idle(), usual.perAddress(), usual.connections());
    }

    /** Serves from now on. */
    public void open() {
        listener.open();
    }

    /** Returns the port that it listens on. */
    public int port() {
        return listener.port();
    }

    /** Takes nothing in any more, and gives what was begun some seconds to end; machines send again what wasn't answered. */
    @Override
    public void close() {
        listener.close();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a machine could not be served in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        turnedAway.close();
    }
}
