package dev.ecrbot.desk;

import dev.ecrbot.desk.apply.Sleeper;
import dev.ecrbot.desk.ledger.Consequences;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.BotProblems;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.time.Tempo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk's threads: appliers, postmen, the one that takes up what an ended process left behind, the one that keeps
 * up with the index, and the one that compares policies with the records. What they do is
 * recorded, so that work dropped at the end is found again at the next start. Thread-safe.
 */
public final class BackgroundThreads implements Consequences.Listener, Sleeper, Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundThreads.class);
    private static final String BESIDE = "end-grants-of-a-registry";
    private static final int APPLIERS = 4;
    private static final int POSTMEN = 2;
    private static final Duration RESUME_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Tempo tempo;
    private final Consumer<String> failures;
    private final ExecutorService beside = Executors.newCachedThreadPool(BackgroundThreads::besideThread);
    private final List<Pulse> pulses = new CopyOnWriteArrayList<>();
    private final List<Thread> appliers = new ArrayList<>();
    private final List<Thread> others = new ArrayList<>();
    private final BlockingQueue<RequestId> approved = new LinkedBlockingQueue<>();
    private final Set<RequestId> inHand = ConcurrentHashMap.newKeySet();
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch draining = new CountDownLatch(1);
    private final CountDownLatch ending = new CountDownLatch(1);

    /**
     * @param failures counts, by the kind of work, what threads have thrown
     */
    public BackgroundThreads(Tempo tempo, Consumer<String> failures) {
        this.tempo = tempo;
        this.failures = failures;
    }

    /** Starts working; what an earlier process left behind is looked for at once. */
    public void start(DeskAssembly desk) {
        start(new DeskOnDuty(desk));
    }

    /** As the other, for whichever desk is on duty at the moment. */
    public void start(DeskOnDuty duty) {
        for (int i = 1; i <= APPLIERS; i++) {
            appliers.add(thread("applier-" + i, "apply", pulse -> applyAll(duty, pulse)));
        }
        for (int i = 1; i <= POSTMEN; i++) {
            others.add(thread("postman-" + i, "deliver", pulse -> deliverAll(duty, pulse)));
        }
        others.add(thread(
                "resumer",
                "resume",
                pulse -> again(() -> duty.now().due().sweeper().resume(), pulse)));
        others.add(thread("indexer", "index", pulse -> again(() -> duty.now().keepUp(), pulse)));
        others.add(thread(
                "comparer",
                "compare",
                pulse -> again(() -> duty.now().due().lost().look(), pulse)));
        appliers.forEach(Thread::start);
        others.forEach(Thread::start);
    }

    /** Has this done again and again on a thread of its own, for as long as notices are told. To be called before the start. */
    public void beside(String name, String kind, Runnable work) {
        others.add(thread(name, kind, pulse -> again(work, pulse)));
    }

    /** Returns which thread has ended or hangs, in words; empty if none does. */
    public Optional<String> trouble() {
        return pulses.stream().flatMap(pulse -> pulse.trouble().stream()).findFirst();
    }

    /** Returns how many requests wait to be applied. */
    public int waiting() {
        return approved.size();
    }

    /** Returns the kinds of work, as failures are counted by. */
    public static List<String> kinds() {
        return List.of("apply", "deliver", "resume", "index", "compare", BESIDE);
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
            throw new ProblemException(BotProblems.stopping());
        }
    }

    /** Does the work on a thread of its own; whatever it throws is counted, and ends nothing else. */
    @Override
    public void execute(Runnable work) {
        beside.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                LOG.error("{} failed and will be tried again", BESIDE, e);
                failures.accept(BESIDE);
            }
        });
    }

    private static Thread besideThread(Runnable work) {
        var made = new Thread(work, BESIDE);
        made.setDaemon(true);
        return made;
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
        beside.shutdownNow();
        appliers.forEach(Thread::interrupt);
        others.forEach(Thread::interrupt);
    }

    private void applyAll(DeskOnDuty duty, Pulse pulse) {
        boolean last = false;
        while (!last) {
            last = isUp(draining, Duration.ZERO);
            Optional<RequestId> id = next();
            if (id.isPresent()) {
                last = false;
                pulse.run(() -> duty.now().applier().apply(id.get()));
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
    private void deliverAll(DeskOnDuty duty, Pulse pulse) {
        boolean last = false;
        while (!last) {
            last = isUp(ending, Duration.ZERO);
            while (pulse.goesOn(() -> duty.now().postman().deliverOne())) {
                LOG.trace("one notice dealt with");
            }
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

    private void again(Runnable resume, Pulse pulse) {
        do {
            pulse.run(resume);
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

    private Thread thread(String name, String kind, Consumer<Pulse> work) {
        var pulse = new CompletableFuture<Pulse>();
        var thread = new Thread(() -> work.accept(pulse.join()), name);
        thread.setDaemon(true);
        var beating = new Pulse(kind, thread, failures, System::nanoTime);
        pulse.complete(beating);
        pulses.add(beating);
        return thread;
    }
}
