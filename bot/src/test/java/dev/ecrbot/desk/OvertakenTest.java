package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Fault.When;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.store.TestPostgres;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A process is stopped on its way to Slack with a card, until the database ends its transaction; another one shows what happens
 * meanwhile.
 */
@Tag("process")
final class OvertakenTest {
    /** Stops the first delivery that begins once it is armed. */
    private static final class Stop implements Fate {
        private final CountDownLatch armed = new CountDownLatch(1);
        private final CountDownLatch stopped = new CountDownLatch(1);
        private final CountDownLatch resumed = new CountDownLatch(1);
        private final AtomicBoolean first = new AtomicBoolean(true);

        @Override
        public void at(String step) {
            if (step.equals("before deliver") && armed.getCount() == 0 && first.getAndSet(false)) {
                stopped.countDown();
                await(resumed);
            }
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(LongestWait.SECONDS, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void theCardShowsTheNewestStateAtLast() throws Exception {
        String url = TestPostgres.migratedDatabase();
        var stop = new Stop();
        try (var world = World.on(url);
                var one = new Replica(world, url, stop).start();
                var crowd = new Crowd(world, 1)) {
            crowd.ask(1, List.of(one));
            crowd.awaitQuiet(LongestWait.SECONDS);
            var write = new Gate();
            world.ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.hold(write, When.BEFORE));
            stop.armed.countDown();
            crowd.click(List.of(one));
            write.awaitArrival();
            Stop.await(stop.stopped);

            TestPostgres.endIdleTransactions(url);
            write.release();
            try (var other = new Replica(world, url, Fate.KIND).start()) {
                crowd.awaitQuiet(LongestWait.SECONDS);
                int before = cards(world).size();
                stop.resumed.countDown();
                await(() -> cards(world).size() > before);
                await(() -> last(world).stage().state() == RequestState.APPLIED);
                assertThat(cards(world).get(before).stage().state()).isNotEqualTo(RequestState.APPLIED);
                assertThat(other.usable()).isTrue();
            }
            assertThat(world.now(crowd.requests().get(0)).stage().state()).isEqualTo(RequestState.APPLIED);
            world.checkSaid(Instant.now());
            new Journal(world).checkShown(crowd.requests().get(0));
        }
    }

    private static List<Request> cards(World world) {
        return world.mailbox().of(Message.Card.class).stream()
                .map(Message.Card::request)
                .toList();
    }

    private static Request last(World world) {
        List<Request> cards = cards(world);
        return cards.get(cards.size() - 1);
    }

    private static void await(BooleanSupplier done) {
        for (int looks = 0; !done.getAsBoolean(); looks++) {
            assertThat(looks).as("looks").isLessThan(LongestWait.SECONDS * 50);
            Weather.pass(20);
        }
    }
}
