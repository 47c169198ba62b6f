package dev.ecrbot.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** What the bot counts and measures, as Prometheus reads it. Thread-safe. */
public final class Metrics implements AutoCloseable {
    private static final Duration[] BUCKETS = LongStream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final CompletableFuture<PrometheusMeterRegistry> registry =
            CompletableFuture.supplyAsync(() -> new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    private final JvmGcMetrics collections = new JvmGcMetrics();
    // Only whoever scrapes needs them, and to make hundreds of them takes longer than a start has to spare.
    private final Queue<Runnable> unshown = new ConcurrentLinkedQueue<>(List.of(this::bindOfTheJvm));

    private void bindOfTheJvm() {
        List<MeterBinder> binders = List.of(
                collections,
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new ClassLoaderMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics(),
                new FileDescriptorMetrics());
        binders.forEach(binder -> binder.bindTo(registry.join()));
    }

    private synchronized void showAll() {
        for (Runnable next = unshown.poll(); next != null; next = unshown.poll()) {
            next.run();
        }
    }

    /**
     * Something that is counted.
     *
     * @param name with dots, which Prometheus reads as underscores
     * @param labels the names of what its counts are told apart by
     */
    public record Counted(String name, String description, List<String> labels) {
        public Counted(String name, String description, String... labels) {
            this(name, description, List.of(labels));
        }
    }

    /** Counts one more; the values are those of its labels, in their order, each one of few words. */
    public void count(Counted counted, String... values) {
        counter(counted, values).increment();
    }

    /** Shows a count from the start on, as nought: Prometheus notices an increase only of what it has seen before. */
    public void show(Counted counted, String... values) {
        unshown.add(() -> counter(counted, values));
    }

    private Counter counter(Counted counted, String... values) {
        var tags = new ArrayList<Tag>();
        for (int i = 0; i < values.length; i++) {
            tags.add(Tag.of(counted.labels().get(i), values[i]));
        }
        return Counter.builder(counted.name())
                .description(counted.description())
                .tags(tags)
                .register(registry.join());
    }

    /** Is told how long each thing of a kind took. */
    @FunctionalInterface
    public interface Timing {
        void took(String what, String outcome, Duration time);
    }

    /** Shows a histogram of how long each thing of a kind took, by this label and the label {@code outcome}. */
    public Timing histogram(String name, String description, String label) {
        var timers = new ConcurrentHashMap<List<String>, Timer>();
        return (what, outcome, time) -> timers.computeIfAbsent(
                        List.of(what, outcome),
                        labels -> timer(name, description)
                                .tags(label, what, "outcome", outcome)
                                .register(registry.join()))
                .record(time);
    }

    /** As the other, for what needs no labels. */
    public Consumer<Duration> histogram(String name, String description) {
        unshown.add(() -> timer(name, description).register(registry.join()));
        return time -> timer(name, description).register(registry.join()).record(time);
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
    }

    /** Shows a number, asked for at each reading. */
    public void gauge(String name, String description, Supplier<Number> number) {
        unshown.add(() -> Gauge.builder(name, number).description(description).register(registry.join()));
    }

    /** As the other, for one of several that a label tells apart. */
    public void gauge(String name, String description, String label, String value, Supplier<Number> number) {
        unshown.add(() -> Gauge.builder(name, number)
                .description(description)
                .tag(label, value)
                .register(registry.join()));
    }

    /** Returns everything in Prometheus's text format. */
    String scrape() {
        showAll();
        return registry.join().scrape();
    }

    @Override
    public synchronized void close() {
        collections.close();
        registry.join().close();
    }
}
