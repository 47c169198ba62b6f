package dev.ecrbot.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Has several things done at the same moment, each on a thread of its own. */
final class Together {
    private Together() {}

    static void run(List<Runnable> deeds) {
        ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
        var start = new CyclicBarrier(deeds.size());
        try {
            List<Callable<Void>> waiting = new ArrayList<>();
            deeds.forEach(deed -> waiting.add(() -> {
                start.await();
                deed.run();
                return null;
            }));
            for (Future<Void> done : threads.invokeAll(waiting)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
