package dev.ecrbot.desk.sight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who wants the same read anew at the same time shares it, and nobody is told what was read before they asked. */
final class RenewingTest {
    private static final int ASKERS = 20;
    private static final int REPOSITORIES = 40;

    private final DeskBench bench = new DeskBench();
    private final AtomicInteger readings = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch wanted = new CountDownLatch(ASKERS);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void twentyWhoAskAtOnceCostLittleMoreThanOne() throws Exception {
        List<Repository> some = IntStream.range(0, REPOSITORIES)
                .mapToObj(i -> SeedRegistry.west("many/no" + i))
                .toList();
        some.forEach(repository -> bench.ecr.addRepository(repository, Map.of()));
        bench.crawl();
        var renewing = new Renewing(bench.index, counted(), ticking());
        var people = Executors.newFixedThreadPool(ASKERS);
        try {
            List<Future<Renewal>> all = IntStream.range(0, ASKERS)
                    .mapToObj(i -> people.submit(() -> renewing.read(some)))
                    .toList();
            assertThat(wanted.await(LongestWait.SECONDS, TimeUnit.SECONDS)).isTrue();
            gate.countDown();
            for (Future<Renewal> one : all) {
                assertThat(one.get().policies()).isEqualTo(REPOSITORIES);
                assertThat(one.get().troubles()).isEmpty();
            }
        } finally {
            people.shutdownNow();
        }
        // What was under way when the others asked is read once more for them.
        assertThat(readings.get()).isBetween(REPOSITORIES, REPOSITORIES + 8 + ASKERS);
    }

    /** Lets nothing be read before everybody has asked. */
    private Policies counted() {
        var policies = new ModelPolicies(bench.ecr);
        return (Policies) Proxy.newProxyInstance(
                Policies.class.getClassLoader(), new Class<?>[] {Policies.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        assertThat(gate.await(LongestWait.SECONDS, TimeUnit.SECONDS))
                                .isTrue();
                        readings.addAndGet(arguments[0] instanceof Repository ? 1 : 0);
                    }
                    try {
                        return method.invoke(policies, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** No two moments are the same; the first ones are those at which somebody asks. */
    private Clock ticking() {
        var ticks = new AtomicLong();
        Instant start = bench.clock.instant().plusSeconds(1);
        InstantSource source = () -> {
            if (!Thread.currentThread().getName().equals("reader-anew")) {
                wanted.countDown();
            }
            return start.plus(Duration.ofMillis(ticks.incrementAndGet()));
        };
        return source.withZone(ZoneOffset.UTC);
    }
}
