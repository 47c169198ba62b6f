package dev.ecrbot.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ForeignPen;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.PolicyReading;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the bot itself wrote is told of as nobody else's change, however its writes and those of others lie. */
final class WhoseChangeTest extends WatchedChannels {
    @Test
    void whatTheBotWroteIsNoNews() {
        watching();
        bench.applied("grant pull payments/api sales ci-deployer");
        seen();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatTheBotWroteInQuickSuccessionIsNoNewsEither() {
        watching();
        for (String role : List.of("ci-deployer", "role2-1", "role2-2")) {
            bench.applied("grant pull payments/api sales " + role);
            recrawl();
        }
        // Else the reading might have come after the one that the first write was planned on.
        bench.clock.advance(Duration.ofMinutes(1));
        bench.ecr.setPolicy(SeedRegistry.west("payments/worker"), FINANCE.formatted(""));
        bench.applied("grant pull payments/worker sales ci-deployer");
        bench.applied("grant pull payments/worker sales role2-1");
        seen();
        assertThat(told())
                .singleElement()
                .satisfies(one -> assertThat(one.lines().get(0)).contains("payments/worker"));
    }

    @Test
    void whatOthersDidBetweenTwoWritesOfTheBotIsToldWithoutThese() {
        watching();
        bench.applied("grant pull payments/api sales ci-deployer");
        bench.clock.advance(Duration.ofMinutes(5));
        ForeignPen.write(bench.ecr, API, true, "by hand 1");
        bench.clock.advance(Duration.ofMinutes(5));
        bench.applied("grant pull payments/api sales role2-1");
        seen();
        assertThat(told()).singleElement().satisfies(one -> {
            assertThat(one.lines())
                    .anyMatch(line -> line.startsWith("arn:aws:iam::333333333333:root (finance) gained "))
                    .noneMatch(line -> line.contains("222222222222"));
            assertThat(one.changes()).singleElement().satisfies(change -> {
                assertThat(change.steps()).hasSize(1);
                assertThat(change.whole()).isTrue();
            });
        });
    }

    @Test
    void whatOthersDidBeforeAndAfterTheBotIsToldInSteps() {
        watching();
        ForeignPen.write(bench.ecr, API, true, "by hand 1");
        bench.clock.advance(Duration.ofMinutes(5));
        bench.applied("grant pull payments/api sales ci-deployer");
        bench.clock.advance(Duration.ofMinutes(5));
        bench.ecr.setPolicy(API, FINANCE.formatted(""));
        seen();
        assertThat(told())
                .singleElement()
                .satisfies(one -> assertThat(one.lines())
                        .anyMatch(line -> line.startsWith("That was in 2 steps, with changes of ecr-bot's own between"))
                        .anyMatch(line -> line.contains(":role/ci-deployer (sales) lost pull"))
                        .noneMatch(line -> line.contains(":role/ci-deployer (sales) gained")));
    }

    /** What the bot gave and took back months ago explains nothing of what others do today. */
    @Test
    void whatOthersRestoreIsToldThoughTheBotWroteItOnce() {
        watching();
        bench.applied("grant pull payments/api sales ci-deployer");
        String given = bench.policy("payments/api");
        seen();
        bench.applied("revoke pull payments/api sales ci-deployer");
        seen();
        assertThat(told()).isEmpty();
        bench.ecr.setPolicy(API, given);
        seen();
        assertThat(told())
                .singleElement()
                .satisfies(one -> assertThat(one.lines())
                        .anyMatch(line -> line.contains(":role/ci-deployer (sales) gained pull")));
    }

    /** AWS shows an id in place of a role that is deleted: nobody wrote the policy. */
    @Test
    void aDeletedRoleIsNoChangeByOthers() {
        String role = SeedRegistry.role(SeedRegistry.SALES, "ci-deployer");
        bench.ecr.setPolicy(API, FINANCE.formatted("").replace("arn:aws:iam::333333333333:root", role));
        watching();
        bench.ecr.iam().delete(role);
        seen();
        assertThat(bench.index.changesOf(API, 9)).as("a reading shows it").hasSize(1);
        assertThat(told()).isEmpty();
    }

    /** A write whose answer got lost, and which nobody could settle so far, may have been made. */
    @Test
    void whatTheBotMayHaveWrittenIsNoNews() {
        watching();
        Request request = bench.asks(DeskBench.RITA, "grant pull payments/api sales ci-deployer");
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.AFTER));
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, new Fault() {});
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 30, Fault.drop(Fault.When.BEFORE));
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLYING);
        bench.ecr.traffic().clearFaults();
        seen();
        assertThat(bench.index.changesOf(API, 9)).as("a reading shows it").hasSize(1);
        assertThat(told()).isEmpty();
        bench.sweep();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void whatWasFoundInAnotherOrderThanItWasKeptIsTold() {
        watching();
        Repository worker = SeedRegistry.west("payments/worker");
        Instant now = bench.clock.instant();
        var finance = PolicyDocument.parse(FINANCE.formatted(""));
        // Read later, and kept first.
        bench.ledger.index().read(List.of(new PolicyReading(API, finance, Map.of(), now.plusSeconds(50))));
        bench.ledger.index().read(List.of(new PolicyReading(worker, finance, Map.of(), now.plusSeconds(10))));
        bench.clock.advance(Duration.ofSeconds(60));
        look(bench.staff());
        assertThat(told()).as("the first one isn't settled").isEmpty();
        bench.clock.advance(Duration.ofSeconds(60));
        look(bench.staff());
        // They are made up, so the witness knows nothing of them.
        assertThat(untoldSoFar()).hasSize(2);
    }
}
