package dev.ecrbot.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks all probes at once, and answers within their time limit whatever they do. Thread-safe. */
final class Health {
    private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(600);

    private final List<Watch> watches;

    Health(List<Probe> probes, ExecutorService pool) {
        this.watches = probes.stream().map(probe -> new Watch(probe, pool)).toList();
    }

    /** Returns which probes are up, in their order. */
    Map<String, Boolean> ask() {
        long deadline = System.nanoTime() + LIMIT;
        var runs = new LinkedHashMap<String, Future<Boolean>>();
        watches.forEach(watch -> runs.put(watch.name(), watch.start()));
        var states = new LinkedHashMap<String, Boolean>();
        runs.forEach((name, run) -> states.put(name, Watch.up(run, deadline)));
        return states;
    }
}
