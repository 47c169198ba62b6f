package dev.ecrbot.desk.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.BackgroundThreads;
import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.slack.Eventually;
import dev.ecrbot.time.Tempo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A registry that doesn't answer keeps nobody waiting who has nothing to do with it. */
final class BrokenRegistryTest {
    private static final int EACH = 6;
    private static final int ALWAYS = 100_000;
    private static final Fault FAIR = new Fault() {};

    private final DeskBench bench = new DeskBench();
    private Fault ireland = FAIR;

    BrokenRegistryTest() {
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, ALWAYS, new Fault() {
            @Override
            public void before(ApiCall call) {
                if (isInIreland(call)) {
                    ireland.before(call);
                }
            }
        });
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatIsDueElsewhereEndsInTheSameLook() {
        List<Request> west = given("us-west-2", "for 1h");
        List<Request> broken = given("eu-west-1", "for 1h");
        ireland = Fault.throttle();
        bench.clock.advance(Duration.ofHours(2));
        int before = callsToIreland();

        bench.sweep();

        assertThat(states(west)).containsOnly(Grant.State.ENDED);
        assertThat(states(broken)).containsOnly(Grant.State.ACTIVE);
        // The port itself tries three times what is throttled.
        assertThat(callsToIreland() - before).isLessThanOrEqualTo(3);

        ireland = FAIR;
        for (int looks = 0; looks < EACH; looks++) {
            bench.clock.advance(Duration.ofMinutes(2));
            bench.sweep();
        }
        assertThat(states(broken)).containsOnly(Grant.State.ENDED);
    }

    @Test
    void aRegistryThatHangsKeepsNoEndElsewhereWaiting() {
        List<Request> broken = given("eu-west-1", "for 1h");
        List<Request> west = given("us-west-2", "for 1h");
        bench.clock.advance(Duration.ofHours(2));
        var answers = new CountDownLatch(1);
        ireland = new Fault() {
            @Override
            public void before(ApiCall call) {
                try {
                    answers.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try (var threads = new BackgroundThreads(new Tempo(10), kind -> {})) {
            DeskAssembly staff = bench.replica(threads);
            staff.due().sweeper().chores().forEach(chore -> chore.work().run());
            Eventually.is(
                    () -> {
                        bench.work();
                        return states(west).stream().allMatch(state -> state == Grant.State.ENDED);
                    },
                    () -> states(west).toString());
            assertThat(states(broken)).containsOnly(Grant.State.ACTIVE);
            answers.countDown();
            Eventually.is(
                    () -> {
                        bench.sweep();
                        return states(broken).stream().allMatch(state -> state == Grant.State.ENDED);
                    },
                    () -> states(broken).toString());
        }
    }

    @Test
    void thePoliciesElsewhereAreReadAsOftenAsEver() {
        given("us-west-2", "");
        given("eu-west-1", "");
        ireland = Fault.throttle();
        int west = calls("us-west-2");
        int broken = callsToIreland();
        for (int look = 0; look < 6 * 60 * 12; look++) {
            bench.clock.advance(Duration.ofSeconds(5));
            bench.staff.due().rereading().look(1);
        }
        // Half a minute after each was given, and then about once an hour.
        assertThat(calls("us-west-2") - west).isBetween(EACH * 6, EACH * 8);
        assertThat(callsToIreland() - broken).isLessThan(3 * 6 * 60 / 5);
    }

    @Test
    void whatLeftTheConfigurationIsClosedAndTold() {
        List<Request> gone = given("eu-west-1", "for 1h");
        ireland = new Fault() {
            @Override
            public void before(ApiCall call) {
                throw new ProblemException(new Problem(
                        Code.REGISTRY_UNKNOWN, "No registry is configured there.", "Have it configured again."));
            }
        };
        for (int hour = 0; hour < 24; hour++) {
            bench.clock.advance(Duration.ofHours(1));
            bench.sweep();
        }
        assertThat(states(gone)).containsOnly(Grant.State.ACTIVE);
        for (int hour = 0; hour < 24 * 28; hour++) {
            bench.clock.advance(Duration.ofHours(1));
            bench.sweep();
        }
        for (Request request : gone) {
            assertThat(bench.grant(request).ended().map(Grant.End::reason)).contains(Grant.Reason.OUT_OF_REACH);
            assertThat(bench.events(request).stream().filter(kind -> kind == EventKind.END_PUT_OFF))
                    .hasSizeLessThan(30);
            assertThat(bench.mailbox.of(Message.GrantEnded.class))
                    .filteredOn(told -> told.request().id().equals(request.id()))
                    .hasSize(1);
        }
    }

    private List<Request> given(String region, String end) {
        var requests = new ArrayList<Request>();
        for (int i = 0; i < EACH; i++) {
            String name = "payments/n" + i;
            Repository west = SeedRegistry.west(name);
            bench.ecr.addRepository(
                    region.equals("us-west-2")
                            ? west
                            : new Repository(west.account(), SeedRegistry.IRELAND, new RepositoryName(name)),
                    Map.of());
            Request request = bench.asks(
                    DeskBench.RITA, "grant pull central/" + region + ":" + name + " sales ci-deployer " + end);
            bench.approves(DeskBench.AMIR, request);
            bench.work();
            requests.add(request);
        }
        return requests;
    }

    private List<Grant.State> states(List<Request> requests) {
        return requests.stream().map(bench::grant).map(Grant::state).toList();
    }

    private int callsToIreland() {
        return calls("eu-west-1");
    }

    private int calls(String region) {
        return (int) bench.ecr.traffic().calls(ApiOperation.GET_REPOSITORY_POLICY).stream()
                .filter(call -> call.resource().contains(":" + region + ":"))
                .count();
    }

    private static boolean isInIreland(ApiCall call) {
        return call.resource().contains(":eu-west-1:");
    }
}
