package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.Repository;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Gives each repository its own faults, so that calls about several of them may go wrong at the same time. Thread-safe. */
public final class FaultByRepository implements Fault {
    private static final Fault NONE = new Fault() {};

    private final Map<String, Deque<Fault>> waiting = new ConcurrentHashMap<>();
    // A call is answered on the thread that it arrived on.
    private final ThreadLocal<Fault> met = ThreadLocal.withInitial(() -> NONE);

    /** Lets the next calls about the repository meet the fault, after those set up before. */
    public void next(Repository repository, int times, Fault fault) {
        var faults = new ArrayDeque<Fault>();
        for (int i = 0; i < times; i++) {
            faults.add(fault);
        }
        waiting.computeIfAbsent(repository.arn(), arn -> new ConcurrentLinkedDeque<>())
                .addAll(faults);
    }

    @Override
    public void before(ApiCall call) {
        met.set(Optional.ofNullable(waiting.get(call.resource()))
                .map(Deque::poll)
                .orElse(NONE));
        met.get().before(call);
    }

    @Override
    public void after(ApiCall call) {
        met.get().after(call);
    }
}
