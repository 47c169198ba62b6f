package dev.ecrbot.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Returns what the probes find, in their order. */
    Map<String, Finding> ask() {
        long deadline = System.nanoTime() + LIMIT;
        var runs = new LinkedHashMap<Watch, Future<Optional<String>>>();
        watches.forEach(watch -> runs.put(watch, watch.start()));
        var findings = new LinkedHashMap<String, Finding>();
        runs.forEach((watch, run) -> findings.put(watch.name(), watch.find(run, deadline)));
        return findings;
    }
}
