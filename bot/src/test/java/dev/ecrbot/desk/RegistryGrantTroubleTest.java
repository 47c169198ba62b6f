package dev.ecrbot.desk;

import static dev.ecrbot.desk.RegistryGrants.FOREIGN;
import static dev.ecrbot.desk.RegistryGrants.REGISTRY;
import static dev.ecrbot.desk.RegistryGrants.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Grants in a registry's own policy when something comes between. */
@Tag("long")
final class RegistryGrantTroubleTest {
    private final RegistryGrants registry = new RegistryGrants();
    private final DeskBench bench = registry.bench;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aPolicyChangedByOthersIsShownAgain() {
        Request asked = bench.asks(DeskBench.RITA, "grant pull payments/* sales ci-deployer");
        bench.ecr.setPolicy(REGISTRY, FOREIGN);
        bench.approves(DeskBench.AMIR, asked);
        bench.work();
        Request revised = bench.now(asked);
        assertThat(revised.stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(revised.revision().number()).isEqualTo(2);
        bench.approves(DeskBench.AMIR, revised);
        bench.work();
        assertThat(registry.policy()).contains("by hand", ROLE);
    }

    @Test
    void anAnswerThatGotLostIsSettledByReading() {
        Request took = bench.asks(DeskBench.RITA, "grant pull payments/* sales ci-deployer");
        bench.ecr.traffic().fault(ApiOperation.PUT_REGISTRY_POLICY, 1, Fault.drop(Fault.When.AFTER));
        bench.approves(DeskBench.AMIR, took);
        bench.work();
        assertThat(bench.now(took).stage().state()).isEqualTo(RequestState.APPLIED);

        Request lost = bench.asks(DeskBench.RITA, "grant pull shared/* sales ci-deployer");
        bench.ecr.traffic().fault(ApiOperation.PUT_REGISTRY_POLICY, 1, Fault.drop(Fault.When.BEFORE));
        bench.approves(DeskBench.AMIR, lost);
        bench.work();
        Problem problem = bench.now(lost).stage().problem().orElseThrow();
        assertThat(problem.code()).isEqualTo(Code.WRITE_NOT_TAKEN);
        assertThat(problem.what()).contains("the registry of 111111111111 in us-west-2");
        assertThat(bench.ecr.traffic().calls(ApiOperation.PUT_REGISTRY_POLICY)).hasSize(2);
    }

    @Test
    void twoPatternsAndARepositoryAtOnceLoseNothing() throws Exception {
        List<Request> asked = List.of(
                bench.asks(DeskBench.RITA, "grant pull payments/* sales ci-deployer"),
                bench.asks(DeskBench.RITA, "grant push shared/* sales ci-deployer"),
                bench.asks(DeskBench.RITA, "grant pull payments/api sales ci-deployer"));
        asked.forEach(request -> bench.approves(DeskBench.AMIR, request));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Object>> works = asked.stream()
                    .map(request ->
                            Executors.callable(() -> bench.replica().applier().apply(request.id())))
                    .toList();
            for (var done : threads.invokeAll(works)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        bench.work();

        assertThat(asked)
                .allSatisfy(request ->
                        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED));
        assertThat(registry.policy()).contains("repository/payments/*", "repository/shared/*");
        assertThat(bench.policy("payments/api")).contains(ROLE);
        assertThat(bench.ecr.traffic().calls(ApiOperation.PUT_REGISTRY_POLICY)).hasSize(2);
    }

    /** Dies at each step in turn, from the click to the last word. */
    @Test
    void aCrashLosesNothingAndRepeatsNothing() {
        try (World world = World.inMemory()) {
            boolean struck = true;
            for (int point = 1; struck; point++) {
                var doom = new Doom(point);
                RequestId id =
                        new Life(world).asks(DeskBench.RITA, "grant pull payments/p" + point + "* sales ci-deployer");
                try {
                    decide(world, new Life(world, doom), id);
                } catch (CrashError e) {
                    var next = new Life(world);
                    next.untilQuiet();
                    decide(world, next, id);
                    next.untilQuiet();
                }
                var journal = new Journal(world);
                journal.check(id);
                journal.checkShown(id);
                assertThat(world.now(id).stage().state())
                        .as("%s", doom.step())
                        .isIn(RequestState.APPLIED, RequestState.FAILED);
                assertThat(world.ecr().policy(REGISTRY).orElse("").contains("payments/p" + point + "*"))
                        .isEqualTo(world.now(id).stage().state() == RequestState.APPLIED);
                assertThat(world.botChanges(REGISTRY)).hasSizeLessThanOrEqualTo(point);
                struck = doom.struck();
                if (point % 15 == 0) {
                    world.ecr().deletePolicy(REGISTRY);
                }
            }
        }
    }

    private static void decide(World world, Life life, RequestId id) {
        if (world.now(id).stage().state() == RequestState.PENDING) {
            life.approves(DeskBench.AMIR, world.now(id));
            life.work();
        }
    }
}
