package dev.ecrbot.sandbox.ecr;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Every call passes here: is written down, checked against withheld permissions, and meets the faults set up for it. Thread-safe. */
public final class Traffic {

    private static final Fault NONE = new Fault() {};

    private record Withheld(String principal, ApiOperation operation) {}

    private static final int KEPT = 200;

    private final List<ApiCall> calls = new ArrayList<>();
    private final Deque<Ended> ended = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<ApiOperation, Queue<Fault>> faults = new EnumMap<>(ApiOperation.class);
    private final Map<ApiOperation, Fault> standing = new EnumMap<>(ApiOperation.class);
    private final Set<Withheld> withheld = new HashSet<>();

    /**
     * A call that has ended.
     *
     * @param outcome {@code ok}, AWS's code of the refusal, or what became of the answer
     */
    public record Ended(ApiCall call, Duration took, String outcome) {}

    Traffic() {}

    /** Calls this after every call, on its thread; the answer ends that. */
    public Runnable onCall(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Returns the last calls that have ended, the newest first. */
    public synchronized List<Ended> ended() {
        return List.copyOf(ended);
    }

    /** Lets the next {@code times} calls of the operation meet the fault, after those set up before. */
    public synchronized void fault(ApiOperation operation, int times, Fault fault) {
        var queue = faults.computeIfAbsent(operation, key -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    /** Lets every call of the operation meet the fault that meets no other. */
    public synchronized void always(ApiOperation operation, Fault fault) {
        standing.put(operation, fault);
    }

    /** Forgets the faults that no call has met yet, and those that every call meets. */
    public synchronized void clearFaults() {
        standing.clear();
        faults.clear();
    }

    /** Takes a permission from the role or user with this ARN. */
    public synchronized void withhold(String principalArn, ApiOperation operation) {
        withheld.add(new Withheld(principalArn, operation));
    }

    /** Gives the permission back. */
    public synchronized void restore(String principalArn, ApiOperation operation) {
        withheld.remove(new Withheld(principalArn, operation));
    }

    /** Returns every call so far, in the order they arrived. */
    public synchronized List<ApiCall> calls() {
        return List.copyOf(calls);
    }

    /** Returns every call of the operation so far, in the order they arrived. */
    public List<ApiCall> calls(ApiOperation operation) {
        return calls().stream().filter(call -> call.operation() == operation).toList();
    }

    <T> T pass(ApiCall call, Supplier<T> effect) {
        long begun = System.nanoTime();
        String outcome = "ok";
        try {
            return passed(call, effect);
        } catch (AwsError refused) {
            outcome = refused.code();
            throw refused;
        } catch (RuntimeException lost) {
            outcome = "answer lost";
            throw lost;
        } finally {
            end(new Ended(call, Duration.ofNanos(System.nanoTime() - begun), outcome));
        }
    }

    private void end(Ended call) {
        synchronized (this) {
            ended.addFirst(call);
            if (ended.size() > KEPT) {
                ended.removeLast();
            }
        }
        listeners.forEach(Runnable::run);
    }

    private <T> T passed(ApiCall call, Supplier<T> effect) {
        Fault fault = arrive(call);
        fault.before(call);
        T answer;
        try {
            answer = effect.get();
        } catch (AwsError refused) {
            // A refusal is an answer too, and can get lost like one.
            fault.after(call);
            throw refused;
        }
        fault.after(call);
        return answer;
    }

    private synchronized Fault arrive(ApiCall call) {
        calls.add(call);
        if (withheld.contains(new Withheld(call.caller().principal(), call.operation()))) {
            throw AwsError.denied(call.caller(), call.operation().permission(), call.resource(), "identity-based");
        }
        var next = faults.getOrDefault(call.operation(), new ArrayDeque<>()).poll();
        return next == null ? standing.getOrDefault(call.operation(), NONE) : next;
    }
}
