package dev.ecrbot.store;

import dev.ecrbot.ecr.Repository;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets in as many threads of this process as there are connections for row locks, one at a time for each repository, in
 * the order they came. Without it, ten waiting for one repository would keep every connection from the others. Thread-safe.
 */
final class Turnstile {
    /** A waiting thread; equal only to itself. */
    private static final class Ticket {
        private final Repository repository;

        private Ticket(Repository repository) {
            this.repository = repository;
        }
    }

    private final int places;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Ticket> waiting = new ArrayDeque<>();
    private final Set<Repository> inside = new HashSet<>();

    Turnstile(int places) {
        this.places = places;
    }

    /** Waits for the repository's turn; returns false if it hasn't come in time. */
    boolean enter(Repository repository, Duration longest) throws InterruptedException {
        lock.lockInterruptibly();
        var ticket = new Ticket(repository);
        waiting.add(ticket);
        try {
            long left = longest.toNanos();
            while (!isNext(ticket)) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            inside.add(repository);
            return true;
        } finally {
            waiting.remove(ticket);
            changed.signalAll();
            lock.unlock();
        }
    }

    void leave(Repository repository) {
        lock.lock();
        try {
            inside.remove(repository);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isNext(Ticket ticket) {
        return inside.size() < places
                && waiting.stream()
                        .filter(each -> !inside.contains(each.repository))
                        .findFirst()
                        .filter(first -> first == ticket)
                        .isPresent();
    }
}
