package dev.ecrbot.desk;

import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.ledger.Chore;
import java.util.List;

/**
 * The desk that serves now; another one relieves it when the configuration changes. Each goes by one configuration as long as it
 * lives, and finishes what it has begun: so whatever is decided is decided by one configuration as a whole. Thread-safe.
 */
public final class DeskOnDuty implements AutoCloseable {
    private volatile DeskAssembly now;

    public DeskOnDuty(DeskAssembly first) {
        this.now = first;
    }

    /** Returns the desk that whatever begins now is for. */
    public DeskAssembly now() {
        return now;
    }

    /** Has this desk serve from now on. Both work on the same ledger, as the desks of two replicas do. */
    public synchronized void relieve(DeskAssembly next) {
        DeskAssembly before = now;
        now = next;
        before.desk().close();
    }

    /** Returns where people are served by whichever desk is on duty. */
    public Counter counter() {
        return new CounterOnDuty(() -> now().desk());
    }

    /** Returns what is to be done again and again, by whichever desk is on duty. */
    public List<Chore> chores() {
        return now().chores().stream()
                .map(chore -> new Chore(chore.name(), chore.every(), () -> run(chore.name())))
                .toList();
    }

    private void run(String chore) {
        now().chores().stream()
                .filter(each -> each.name().equals(chore))
                .forEach(each -> each.work().run());
    }

    @Override
    public void close() {
        now().desk().close();
    }
}
