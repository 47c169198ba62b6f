package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Thoroughness;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slack is away for an hour in which people decide: they are told everything afterwards, in order, and once. */
@Tag("long")
final class SlackDownTest {
    private static final int REQUESTS = Thoroughness.ofThisRun().of(20, 50);
    private static final Duration BETWEEN = Duration.ofHours(1).dividedBy(REQUESTS);

    @Test
    void everythingArrivesAfterwards() {
        try (var world = World.inMemory()) {
            var life = new Life(world);
            List<RequestId> requests = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                String repository = world.repository((i % 5 == 4 ? "web/s" : "payments/s") + i % 7)
                        .name()
                        .value();
                world.role("s" + i);
                requests.add(life.asks(DeskBench.RITA, "grant pull " + repository + " sales s" + i + " for 7d"));
            }
            int before = world.mailbox().all().size();

            world.mailbox().trouble(message -> Optional.of(new Courier.Delivery.Later(Duration.ZERO, "it is away")));
            for (int i = 0; i < REQUESTS; i++) {
                decide(life, world.now(requests.get(i)), i);
                life.work();
                world.clock().advance(BETWEEN);
                life = i == REQUESTS / 2 ? new Life(world) : life;
                life.sweep();
                life.work();
            }
            assertThat(world.mailbox().all()).hasSize(before);

            world.mailbox().trouble(message -> Optional.empty());
            world.clock().advance(Duration.ofMinutes(1));
            life.deliver();
            assertThat(world.untold()).isZero();
            requests.forEach(id -> toldInOrderAndOnce(world, id));
        }
    }

    private static void decide(Life life, Request request, int turn) {
        switch (turn % 5) {
            case 0 -> life.clicks(DeskBench.AMIR, request, Click.Kind.DENY);
            case 1 -> life.types(DeskBench.RITA, "cancel " + request.id());
            case 4 -> {
                life.approves(DeskBench.AMIR, request);
                life.work();
                life.approves(DeskBench.OLGA, request);
            }
            default -> life.approves(DeskBench.OLGA, request);
        }
    }

    private static void toldInOrderAndOnce(World world, RequestId id) {
        var journal = new Journal(world);
        journal.check(id);
        journal.checkShown(id);
        Request now = world.now(id);
        assertThat(now.stage().state()).isIn(RequestState.DENIED, RequestState.CANCELLED, RequestState.APPLIED);
        List<Message> told = journal.told(id);
        int note = now.stage().state() == RequestState.CANCELLED ? 0 : 1;
        assertThat(told).hasSize(3 + note);
        assertThat(told.get(0)).isInstanceOf(Message.Card.class);
        assertThat(told.get(1))
                .isInstanceOfSatisfying(
                        Message.Private.class, first -> assertThat(first.note()).isInstanceOf(Note.Asked.class));
        assertThat(told.get(2))
                .isInstanceOfSatisfying(
                        Message.Card.class,
                        last -> assertThat(last.request().stage().state())
                                .isEqualTo(now.stage().state()));
        assertThat(told.subList(3, told.size())).allMatch(Message.Private.class::isInstance);
    }
}
