package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A policy as full of grants as it gets; prints how much CPU time a write takes beside them. */
@Tag("full")
final class ManyGrantsTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int GRANTS = 180;
    private static final int MORE = 8;

    @Test
    void oneMoreIsGranted() {
        try (var bench = new DeskBench()) {
            IntStream.range(0, GRANTS + MORE)
                    .forEach(i -> bench.ecr.iam().addRole(SeedRegistry.role(SeedRegistry.SALES, "r" + i)));
            IntStream.range(0, GRANTS).forEach(i -> millis(bench, i));
            List<Double> full = new ArrayList<>();
            IntStream.range(GRANTS, GRANTS + MORE).forEach(i -> full.add(millis(bench, i)));
            System.out.printf(
                    "ManyGrantsTest: beside %d grants %.1f ms, the longest %.1f ms%n",
                    GRANTS, median(full), Collections.max(full));
        }
    }

    private static double median(List<Double> of) {
        return of.stream().sorted().toList().get(of.size() / 2);
    }

    private static double millis(DeskBench bench, int number) {
        bench.clock.advance(Duration.ofMinutes(10));
        Request asked = bench.approved("grant pull payments/api sales r" + number);
        long before = THREADS.getCurrentThreadCpuTime();
        bench.staff.applier().apply(asked.id());
        double took = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
        assertThat(bench.now(asked).stage().state()).isEqualTo(RequestState.APPLIED);
        if (number % 20 == 19) {
            bench.work();
            System.out.printf("ManyGrantsTest: grant %d took %.1f ms%n", number, took);
        }
        return took;
    }
}
