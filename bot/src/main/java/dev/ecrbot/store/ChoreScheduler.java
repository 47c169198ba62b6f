package dev.ecrbot.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.ecrbot.desk.ledger.Chore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

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

    private static final Duration LATE = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final RowMapper<String> NAME = Row.as("scheduled_tasks", row -> row.text("task_name"));

    private final Scheduler scheduler;
    private boolean ending;

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
        // Who comes right after the start is served first: what waited while no bot ran can wait for two beats more.
        scheduler.pause();
        scheduler.start();
        var shared = new ChoreScheduler(scheduler);
        CompletableFuture.delayedExecutor(2 * beat.toMillis(), TimeUnit.MILLISECONDS)
                .execute(shared::begin);
        return shared;
    }

    private synchronized void begin() {
        if (!ending) {
            scheduler.resume();
        }
    }

    /** Returns a chore that was due minutes ago and is not done; one that is at work has longer. */
    static Optional<String> late(Handle handle, Instant now) {
        return new Statements(handle, new TextCache())
                .first("""
                    SELECT task_name FROM scheduled_tasks
                    WHERE execution_time < :late OR (execution_time < :soon AND picked = FALSE)
                    ORDER BY execution_time
                    FETCH FIRST 1 ROW ONLY
                    """, new Values().time("late", now.minus(LONGEST)).time("soon", now.minus(LATE)), NAME);
    }

    private static RecurringTask<Void> task(Chore chore) {
        return Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
                .execute((instance, context) -> chore.work().run());
    }

    /** Begins no chore any more; what is at work goes on. Returns at once. */
    public synchronized void pause() {
        ending = true;
        scheduler.pause();
    }

    /** Ends all chores; one that doesn't end in time is done again by another replica, or at the next start. */
    @Override
    public void close() {
        pause();
        scheduler.stop();
    }
}
