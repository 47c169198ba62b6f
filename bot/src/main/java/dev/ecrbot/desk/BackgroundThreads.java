package dev.ecrbot.desk;

import dev.ecrbot.desk.apply.Applier;
import dev.ecrbot.desk.apply.Sleeper;
import dev.ecrbot.desk.ledger.Consequences;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.desk.tell.Postman;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.time.Tempo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk's threads: appliers, postmen, and the one that takes up what an ended process left behind. What they do is
 * recorded, so that work dropped at the end is found again at the next start. Thread-safe.
 */
public final class BackgroundThreads implements Consequences.Listener, Sleeper, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundThreads.class);
    private static final int APPLIERS = 4;
    private static final int POSTMEN = 2;
    private static final Duration RESUME_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Tempo tempo;
    private final List<Thread> appliers = new ArrayList<>();
    private final List<Thread> others = new ArrayList<>();
    private final BlockingQueue<RequestId> approved = new LinkedBlockingQueue<>();
    private final Set<RequestId> inHand = ConcurrentHashMap.newKeySet();
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch draining = new CountDownLatch(1);
    private final CountDownLatch ending = new CountDownLatch(1);

    public BackgroundThreads(Tempo tempo) {
        this.tempo = tempo;
    }

    /** Starts working; what an earlier process left behind is looked for at once. */
    public void start(DeskAssembly desk) {
        for (int i = 1; i <= APPLIERS; i++) {
            appliers.add(thread("applier-" + i, () -> applyAll(desk.applier())));
        }
        for (int i = 1; i <= POSTMEN; i++) {
            others.add(thread("postman-" + i, () -> deliverAll(desk.postman())));
        }
        others.add(thread("resumer", () -> again(desk.due().sweeper()::resume)));
        appliers.forEach(Thread::start);
        others.forEach(Thread::start);
    }

    /** Has the request applied soon; one that is in hand already isn't taken in twice. */
    @Override
    public void apply(RequestId id) {
        if (inHand.add(id)) {
            approved.add(id);
        }
    }

    @Override
    public void deliver() {
        bell.release();
    }

    @Override
    public void of(Duration time) {
        if (isUp(ending, tempo.of(time))) {
            throw new ProblemException(new Problem(
                    Code.STOPPING, "ecr-bot is stopping.", "What is under way continues when it starts again."));
        }
    }

    /** Waits, this long at most, until what is under way is applied and told; then ends all threads. */
    public void drain(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        draining.countDown();
        join(appliers, deadline);
        ending.countDown();
        bell.release(POSTMEN);
        join(others, deadline);
    }

    @Override
    public void close() {
        drain(Duration.ZERO);
        appliers.forEach(Thread::interrupt);
        others.forEach(Thread::interrupt);
    }

    private void applyAll(Applier applier) {
        boolean last = false;
        while (!last) {
            last = isUp(draining, Duration.ZERO);
            Optional<RequestId> id = next();
            if (id.isPresent()) {
                last = false;
                quietly("apply", () -> applier.apply(id.get()));
                inHand.remove(id.get());
            }
        }
    }

    private Optional<RequestId> next() {
        try {
            return Optional.ofNullable(approved.poll(tempo.of(LOOK_EVERY).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    // The round after the end was announced delivers what the appliers left last.
    private void deliverAll(Postman postman) {
        boolean last = false;
        while (!last) {
            last = isUp(ending, Duration.ZERO);
            quietly("deliver", postman::deliverDue);
            if (!last) {
                listen();
            }
        }
    }

    private void listen() {
        try {
            if (bell.tryAcquire(tempo.of(LOOK_EVERY).toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void again(Runnable resume) {
        do {
            quietly("resume", resume);
        } while (!isUp(ending, tempo.of(RESUME_EVERY)));
    }

    private static boolean isUp(CountDownLatch latch, Duration wait) {
        try {
            return latch.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            // Whatever it was, the thread goes on: without it nothing would be applied or told any more, and nobody
            // would see why.
            LOG.error("{} failed and will be tried again", what, e);
        }
    }

    private static void join(List<Thread> threads, long deadline) {
        for (Thread thread : threads) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (thread.isAlive()) {
                LOG.warn("{} is still at work; it is left for the next start", thread.getName());
            }
        }
    }

    private static Thread thread(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
