package dev.ecrbot.desk;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.EcrModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who edits the same policies all the time, and sometimes writes back what was read long ago. */
final class ForeignWriter implements AutoCloseable {
    private static final int LONG_AGO = 40;
    // One in so many writes wipes whatever came since the last visit.
    private static final int STALE = 3;
    private static final int BETWEEN = 150;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private final AtomicInteger writes = new AtomicInteger();

    ForeignWriter(EcrModel ecr, List<Repository> repositories, Random random) {
        this.thread = new Thread(() -> write(ecr, repositories, random), "foreign");
        thread.start();
    }

    private void write(EcrModel ecr, List<Repository> repositories, Random random) {
        Map<Repository, Optional<String>> known = new HashMap<>();
        while (ended.getCount() > 0) {
            Repository repository = repositories.get(random.nextInt(repositories.size()));
            Optional<String> now = ecr.policy(repository);
            Optional<String> read = random.nextInt(STALE) == 0 ? known.getOrDefault(repository, now) : now;
            known.put(repository, now);
            Weather.pass(random.nextInt(4) == 0 ? LONG_AGO : 1);
            ecr.setPolicy(repository, ForeignPen.replaced(read, LiveAccess.BY_HAND + " " + writes.incrementAndGet()));
            Weather.pass(BETWEEN + random.nextInt(BETWEEN));
        }
    }

    @Override
    public String toString() {
        return writes + " foreign writes";
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
