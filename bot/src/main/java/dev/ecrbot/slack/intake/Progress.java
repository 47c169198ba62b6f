package dev.ecrbot.slack.intake;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says that something takes a while, if it does; never after it is done. */
final class Progress {
    private final Runnable say;
    private boolean done;

    private Progress(Runnable say) {
        this.say = say;
    }

    /** Does the work, and says so on the way if it takes longer than {@code patience}. */
    static <T> T during(Supplier<T> work, Duration patience, ScheduledExecutorService background, Runnable say) {
        var progress = new Progress(say);
        Runnable cancel = progress.due(background, patience);
        try {
            return work.get();
        } finally {
            cancel.run();
            progress.finish();
        }
    }

    private Runnable due(ScheduledExecutorService background, Duration patience) {
        try {
            var due = background.schedule(this::late, patience.toMillis(), TimeUnit.MILLISECONDS);
            return () -> due.cancel(false);
        } catch (RejectedExecutionException e) {
            // While stopping, work goes on without it.
            return () -> {};
        }
    }

    private synchronized void late() {
        if (!done) {
            say.run();
        }
    }

    /** Waits for what is just being said, so that the answer stands below it. */
    private synchronized void finish() {
        done = true;
    }
}
