package dev.ecrbot.desk.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Grants whose time is over and that can't be ended. */
final class EndingBackoffTest {
    private static final String ASK = "grant pull payments/api sales ci-deployer for 2h";

    private final DeskBench bench = new DeskBench();
    private Request request;

    EndingBackoffTest() {
        request = bench.asks(DeskBench.RITA, ASK);
    }

    @BeforeEach
    void grant() {
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        bench.clock.advance(Duration.ofHours(2));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void areTriedAgainEachTimeAfterLongerAndAnHourApartAtMost() {
        bench.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REPOSITORY_POLICY);

        assertThat(minutesBetweenTries(8)).containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void areToldOfOnceAndSoIsTheirEnd() {
        bench.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REPOSITORY_POLICY);
        tries(2);
        assertThat(alarms()).isEmpty();
        assertThat(bench.problems).isEmpty();

        tries(1);
        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.tries()).isEqualTo(3);
            assertThat(alarm.problem().code()).isEqualTo(Code.AWS_ACCESS_DENIED);
            assertThat(alarm.problem().next()).isNotBlank();
            assertThat(alarm.request().id()).isEqualTo(request.id());
        });
        assertThat(bench.problems).containsExactly(Code.AWS_ACCESS_DENIED);

        tries(5);
        assertThat(alarms()).hasSize(1);
        assertThat(ends()).isEmpty();
        assertThat(bench.grant(request).state()).isEqualTo(Grant.State.ACTIVE);

        bench.ecr.traffic().restore(SeedRegistry.BOT_ROLE, ApiOperation.GET_REPOSITORY_POLICY);
        tries(1);
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(ends()).hasSize(1);
        assertThat(bench.events(request))
                .filteredOn(EventKind.END_PUT_OFF::equals)
                .hasSize(8);
        assertThat(bench.events(request)).endsWith(EventKind.GRANT_ENDED);
    }

    @Test
    void countWhateverKeepsThem() {
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, Fault.deny());
        tries(1);
        bench.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.DELETE_REPOSITORY_POLICY);
        tries(2);

        assertThat(alarms()).singleElement().extracting(Message.EndFails::tries).isEqualTo(3);
    }

    @Test
    void areForgottenWhereTheEndWasSaidBeforeTheAlarmWas() {
        bench.mailbox.trouble(message -> message instanceof Message.EndFails
                ? Optional.of(new Courier.Delivery.Later(Duration.ofHours(3), "rate_limited"))
                : Optional.empty());
        bench.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REPOSITORY_POLICY);
        tries(3);
        bench.ecr.traffic().restore(SeedRegistry.BOT_ROLE, ApiOperation.GET_REPOSITORY_POLICY);
        tries(1);
        bench.mailbox.trouble(message -> Optional.empty());
        bench.clock.advance(Duration.ofHours(4));
        bench.deliver();

        assertThat(alarms()).isEmpty();
        assertThat(ends()).hasSize(1);
    }

    @Test
    void endWithTheRepositoryAndWithWhatOthersTookOut() {
        bench.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REPOSITORY_POLICY);
        tries(2);
        bench.ecr.traffic().restore(SeedRegistry.BOT_ROLE, ApiOperation.GET_REPOSITORY_POLICY);
        bench.ecr.deleteRepository(SeedRegistry.west("payments/api"));
        int reads = tries(1);
        assertThat(bench.grant(request).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.REPOSITORY_DELETED);
        assertThat(tries(3)).isZero();
        assertThat(reads).isPositive();
        assertThat(alarms()).isEmpty();
    }

    private List<Long> minutesBetweenTries(int number) {
        List<Instant> tries = new ArrayList<>();
        while (tries.size() < number) {
            int before = reads();
            bench.sweep();
            if (reads() > before) {
                tries.add(bench.clock.instant());
            }
            bench.clock.advance(Duration.ofMinutes(1));
        }
        List<Long> minutes = new ArrayList<>();
        for (int i = 1; i < tries.size(); i++) {
            minutes.add(Duration.between(tries.get(i - 1), tries.get(i)).toMinutes());
        }
        return minutes;
    }

    /** Sweeps so often, long enough apart; returns how often the policy was read. */
    private int tries(int number) {
        int before = reads();
        for (int i = 0; i < number; i++) {
            bench.sweep();
            bench.clock.advance(Duration.ofMinutes(61));
        }
        return reads() - before;
    }

    private int reads() {
        return bench.ecr.traffic().calls(ApiOperation.GET_REPOSITORY_POLICY).size();
    }

    private List<Message.EndFails> alarms() {
        return bench.mailbox.of(Message.EndFails.class);
    }

    private List<Message.GrantEnded> ends() {
        return bench.mailbox.of(Message.GrantEnded.class);
    }
}
