package dev.ecrbot.store;

import dev.ecrbot.ecr.PolicyHolder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets in as many threads of this process as there are connections for row locks, one at a time for each policy, in
 * the order they came. Without it, ten waiting for one policy would keep every connection from the others. Thread-safe.
 */
final class Turnstile {
    /** A waiting thread; equal only to itself. */
    private static final class Ticket {
        private final PolicyHolder holder;

        private Ticket(PolicyHolder holder) {
            this.holder = holder;
        }
    }

    private final int places;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Ticket> waiting = new ArrayDeque<>();
    private final Set<PolicyHolder> inside = new HashSet<>();

    Turnstile(int places) {
        this.places = places;
    }

    /** Waits for the policy's turn; returns false if it hasn't come in time. */
    boolean enter(PolicyHolder holder, Duration longest) throws InterruptedException {
        lock.lockInterruptibly();
        var ticket = new Ticket(holder);
        waiting.add(ticket);
        try {
            long left = longest.toNanos();
            while (!isNext(ticket)) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            inside.add(holder);
            return true;
        } finally {
            waiting.remove(ticket);
            changed.signalAll();
            lock.unlock();
        }
    }

    void leave(PolicyHolder holder) {
        lock.lock();
        try {
            inside.remove(holder);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isNext(Ticket ticket) {
        return inside.size() < places
                && waiting.stream()
                        .filter(each -> !inside.contains(each.holder))
                        .findFirst()
                        .filter(first -> first == ticket)
                        .isPresent();
    }
}
