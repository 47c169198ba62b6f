package dev.ecrbot.slack;

import dev.ecrbot.LongestWait;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.message.Samples;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** A Slack that delivers over HTTP, and people in it. */
abstract class HttpHouse {
    static final Person RITA = SampleWorkspace.REQUESTER;
    static final Person AMIR = SampleWorkspace.APPROVER;
    static final String GENERAL = SampleWorkspace.GENERAL.id();
    static final String APPROVALS = SampleWorkspace.APPROVALS.id();

    final OpenHouse house = OpenHouse.http();

    @AfterEach
    void close() {
        house.close();
    }

    dev.ecrbot.sandbox.slack.Message card() {
        house.room.courier().deliver(new Message.Card(Samples.request(), List.of(), Optional.empty()));
        return house.slack.messages(APPROVALS).get(0);
    }

    static void await(CountDownLatch gate) {
        try {
            if (!gate.await(LongestWait.SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
