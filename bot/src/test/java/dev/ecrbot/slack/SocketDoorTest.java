package dev.ecrbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketDoorTest {
    private static final Person RITA = SampleWorkspace.REQUESTER;
    private static final String GENERAL = SampleWorkspace.GENERAL.id();

    private final OpenHouse house = OpenHouse.socket();

    @AfterEach
    void close() {
        house.close();
    }

    private void connections(int count) {
        house.slack.await(() -> Optional.of(house.slack.connections()).filter(n -> n == count));
    }

    @Test
    void bringsCommandsAndClicks() {
        house.ready();
        assertThat(house.slack.command(RITA, GENERAL, "help “me” 🚀").acknowledged())
                .isTrue();
        assertThat(house.told(RITA, "Heard")).contains("“me” 🚀");

        house.room.courier().deliver(new Message.Card(Samples.request(), List.of(), Optional.empty()));
        var card = house.slack.messages(SampleWorkspace.APPROVALS.id()).get(0);
        assertThat(house.slack
                        .click(SampleWorkspace.APPROVER, card, Ids.APPROVE)
                        .acknowledged())
                .isTrue();
        house.told(SampleWorkspace.APPROVER, "has your approval");
    }

    @Test
    void doesNothingForAnEnvelopeThatCameBefore() {
        house.ready();
        Delivery first = house.slack.command(RITA, GENERAL, "help");
        house.told(RITA, "help");
        assertThat(house.slack.redeliver(first, 1).acknowledged()).isTrue();
        house.slack.command(RITA, GENERAL, "once more");
        house.told(RITA, "once more");
        assertThat(house.counter.commands)
                .extracting(ScriptedCounter.Command::text)
                .containsExactly("help", "once more");
    }

    @Test
    void connectsAgainAfterADrop() {
        house.ready();
        house.called("apps.connections.open", 1);
        house.slack.dropConnections();
        house.slack.await(() ->
                Optional.of(house.slack.calls("apps.connections.open").size()).filter(now -> now > 1));
        connections(1);
        house.awaitConnected();
        assertThat(house.slack.command(RITA, GENERAL, "after").acknowledged()).isTrue();
        house.told(RITA, "after");
    }

    @Test
    void connectsAnewWhenSlackAsksForIt() {
        house.ready();
        house.called("apps.connections.open", 1);
        house.slack.disconnect("refresh_requested");
        house.slack.await(() ->
                Optional.of(house.slack.calls("apps.connections.open").size()).filter(now -> now > 1));
        connections(1);
        assertThat(house.slack.command(RITA, GENERAL, "after").acknowledged()).isTrue();
        house.told(RITA, "after");
    }

    /** Trap 8: the SDK has no client, or throws, when the first connection fails; trap 9: then it stays deaf. */
    @Test
    void goesOnTryingWhenTheFirstConnectionFails() {
        house.slack.faults().next("apps.connections.open", 1, Fault.error("internal_error"));
        house.slack.faults().next("apps.connections.open", 1, Fault.serverError());
        house.slack.faults().next("apps.connections.open", 1, Fault.dropped());
        house.start();
        assertThat(house.door.connected()).isFalse();
        house.awaitConnected();
        assertThat(house.slack.command(RITA, GENERAL, "at last").acknowledged()).isTrue();
        house.told(RITA, "at last");
    }

    /** Trap 7: the SDK's own concurrency is ten tasks on one thread. */
    @Test
    void acknowledgesWhileOthersAreServed() {
        house.ready();
        house.counter.hold();
        for (int i = 0; i < 20; i++) {
            assertThat(house.slack.command(RITA, GENERAL, "help " + i).acknowledged())
                    .isTrue();
        }
        house.slack.disconnect("refresh_requested");
        connections(1);
        house.counter.release();
        house.told(RITA, "help 19");
    }

    /** Trap 10: the SDK runs what is left after the socket is gone. */
    @Test
    void stopsTakingBeforeItFinishes() throws Exception {
        house.ready();
        house.counter.hold();
        house.slack.command(RITA, GENERAL, "before");
        house.door.stopAccepting();
        connections(0);
        assertThat(house.door.connected()).isFalse();
        house.counter.release();
        assertThat(house.door.drain(Duration.ofSeconds(10))).isTrue();
        house.told(RITA, "before");
    }

    @Test
    void needsAToken() {
        assertThatThrownBy(() -> house.room.socketDoor(house.counter, " "))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
