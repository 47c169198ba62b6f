package dev.ecrbot.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.ecrbot.desk.ledger.Chore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Has chores done by db-scheduler: each by one replica at a time, and by another one once that replica is dead.
 *
 * <p>A replica counts as dead when four of its heartbeats are missing, which is looked for every two. A live one that was
 * paused for so long, or whose clock is so far off, loses its chore to another while it is still at it.
 */
public final class ChoreScheduler implements AutoCloseable {
    /** How often it looks for chores that are due, and gives a sign of life of those at work. */
    static final Duration BEAT = Duration.ofSeconds(1);

    // The fewest that db-scheduler takes.
    private static final int MISSED = 4;
    // Twice: until a chore at work is interrupted, and until it is left behind.
    private static final Duration FINISH = Duration.ofMillis(500);

    private final Scheduler scheduler;

    private ChoreScheduler(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    static ChoreScheduler start(DataSource database, JdbcCustomization dialect, List<Chore> chores, Duration beat) {
        List<RecurringTask<Void>> tasks =
                chores.stream().map(ChoreScheduler::task).toList();
        var scheduler = Scheduler.create(database)
                // Its own name for itself would be the machine's, which takes a look-up.
                .schedulerName(new SchedulerName.Fixed("ecr-bot-" + UUID.randomUUID()))
                .jdbcCustomization(dialect)
                .startTasks(tasks)
                .threads(chores.size())
                .pollingInterval(beat)
                .heartbeatInterval(beat)
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(FINISH)
                .build();
        scheduler.start();
        return new ChoreScheduler(scheduler);
    }

    private static RecurringTask<Void> task(Chore chore) {
        return Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
                .execute((instance, context) -> chore.work().run());
    }

    /** Begins no chore any more; what is at work goes on. Returns at once. */
    public void pause() {
        scheduler.pause();
    }

    /** Ends all chores; one that doesn't end in time is done again by another replica, or at the next start. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
