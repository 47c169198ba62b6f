package dev.ecrbot.sandbox;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.time.Tempo;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The bot of a trial, which can be killed and started again, with all that can be done to its world. Thread-safe. */
final class Machine implements AutoCloseable {
    /** Whether the bot lives. */
    enum Life {
        RUNNING,
        KILLED,
        STARTING
    }

    private final MovableClock clock;
    private final TrialStore store;
    private final Trial trial;
    private final Switches switches;
    private volatile Life life = Life.RUNNING;
    private volatile Runnable changed = () -> {};
    private CompletableFuture<Void> gone = CompletableFuture.completedFuture(null);

    /** Starts it. */
    Machine(TrialConfig config, MovableClock clock, Tempo tempo) {
        this.clock = clock;
        this.store = new TrialStore();
        this.trial = Trial.start(config, clock, tempo, store);
        this.switches = new Switches(trial.ecr(), trial.slack());
    }

    Trial trial() {
        return trial;
    }

    MovableClock clock() {
        return clock;
    }

    TrialStore store() {
        return store;
    }

    Switches switches() {
        return switches;
    }

    Life life() {
        return life;
    }

    /** Calls this whenever the bot begins or ends to live. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Kills the bot; does nothing if it doesn't run. */
    synchronized void kill() {
        if (life != Life.RUNNING) {
            return;
        }
        live(Life.KILLED);
        switches.cutOff(true);
        trial.cutOff();
        gone = CompletableFuture.runAsync(() -> {
            trial.clearAway();
            switches.cutOff(false);
        });
    }

    /** Starts the bot again, as soon as the last one's threads are gone; does nothing if it runs. */
    synchronized void startAgain() {
        if (life != Life.KILLED) {
            return;
        }
        live(Life.STARTING);
        try {
            gone.join();
            trial.startAgain();
            live(Life.RUNNING);
        } catch (RuntimeException | Error e) {
            live(Life.KILLED);
            throw e;
        }
    }

    private void live(Life now) {
        life = now;
        changed.run();
    }

    /** Returns whose policy the page means by this id. */
    Optional<PolicyHolder> holder(String id) {
        return Stream.concat(
                        trial.ecr().repositories().stream(),
                        trial.ecr().repositories().stream()
                                .map(each -> new RegionalRegistry(each.account(), each.region())))
                .filter(each -> (each instanceof Repository repository ? repository.arn() : each.label()).equals(id))
                .map(PolicyHolder.class::cast)
                .findFirst();
    }

    @Override
    public void close() {
        gone.join();
        trial.close();
        store.close();
    }
}
