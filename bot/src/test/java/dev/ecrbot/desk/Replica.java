package dev.ecrbot.desk;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.tell.SendingLimits;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.store.ChoreScheduler;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.time.Tempo;
import java.time.Clock;
import java.util.Optional;

/** A bot with its own threads and its own connections to the database, beside others on the same one. */
public final class Replica implements AutoCloseable {
    // What waits for AWS to become consistent needn't wait here, where it always is.
    private static final Tempo FASTER = new Tempo(10);

    private final BackgroundThreads workers = new BackgroundThreads(FASTER, kind -> {});
    private final StoreLedger ledger;
    private final DeskAssembly staff;
    private Optional<ChoreScheduler> chores = Optional.empty();

    public Replica(World world, String url, Fate fate) {
        this.ledger = StoreLedger.open(url, Optional.empty());
        this.staff = DeskAssembly.of(
                Mortal.ports(world.ports(ledger), fate),
                new DeskAssembly.Engine(workers, workers, code -> {}, SendingLimits.NONE),
                BenchConfig.patient(),
                Clock.systemUTC());
    }

    public Replica start() {
        workers.start(staff);
        chores = Optional.of(ledger.schedule(staff.chores(), Tempo.REAL));
        return this;
    }

    public Answer types(PersonId person, String text) {
        return staff.desk().command(DeskBench.asker(person), text);
    }

    public Answer approves(PersonId person, RequestId id, int revision) {
        return staff.desk().click(new Click(DeskBench.asker(person), id.value(), revision, Click.Kind.APPROVE));
    }

    /** Returns whether its store takes what it has to record. */
    boolean usable() {
        return ledger.usable();
    }

    /** Returns why it isn't usable. */
    Optional<String> trouble() {
        return ledger.trouble();
    }

    @Override
    public void close() {
        chores.ifPresent(ChoreScheduler::close);
        workers.close();
        ledger.close();
    }
}
