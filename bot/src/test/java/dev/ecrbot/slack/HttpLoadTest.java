package dev.ecrbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.intake.Workers;
import dev.ecrbot.slack.message.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Whoever comes while there is much to do, or the bot ends, is answered. */
final class HttpLoadTest extends HttpHouse {
    @Test
    void whatIsTypedKeepsNoClickWaiting() {
        var gate = new CountDownLatch(1);
        house.counter.onCommand = text -> {
            await(gate);
            return new Answer.Unheard();
        };
        for (int i = 0; i < 20; i++) {
            house.slack.command(RITA, GENERAL, "status payments/api");
        }
        house.slack.click(AMIR, card(), Ids.APPROVE);
        house.told(AMIR, "has your approval");
        assertThat(house.counter.commands).hasSizeLessThan(20);
        gate.countDown();
    }

    @Test
    void whoeverStillWaitsWhenItEndsIsTold() throws InterruptedException {
        house.counter.hold();
        for (int i = 0; i < 20; i++) {
            house.slack.command(RITA, GENERAL, "status payments/api");
        }
        house.door.stopAccepting();
        assertThat(house.door.drain(Duration.ofMillis(50))).isFalse();
        house.told(RITA, "ecr-bot was restarted before it came to what you clicked or typed");
        int served = house.counter.commands.size();
        house.slack.await(() -> Optional.of(house.slack.ephemerals(RITA).stream()
                        .filter(message -> message.shown().contains("was restarted before"))
                        .count())
                .filter(told -> told == 20 - served));
        house.counter.release();
    }

    @Test
    void whoeverWasPromisedAnAnswerIsToldThatItWontCome() throws InterruptedException {
        house.counter.onCommand = text -> new Answer.Found(new Finding.Promised(
                new FleetInquiry.Audit(Optional.empty(), 1), Instant.EPOCH, Map.of(), new Coverage(List.of())));
        house.slack.command(RITA, GENERAL, "audit fresh");
        house.told(RITA, "The answer comes here when that is done");
        house.door.stopAccepting();
        assertThat(house.door.drain(LongestWait.TIME)).isTrue();
        assertThat(house.told(RITA, "won't come")).contains("/ecr audit fresh");
    }

    @Test
    void answersWhenItHasTooMuchToDo() {
        var card = card();
        house.counter.hold();
        List<Delivery> taken = new ArrayList<>();
        for (int i = 0; i < Workers.THREADS + Workers.QUEUE; i++) {
            taken.add(house.slack.command(RITA, GENERAL, "help " + i));
            house.slack.click(AMIR, card, Ids.APPROVE);
        }
        Delivery over = house.slack.command(SampleWorkspace.BYSTANDER, GENERAL, "help");
        house.slack.click(AMIR, card, Ids.APPROVE);

        assertThat(taken)
                .allMatch(Delivery::acknowledged)
                .allMatch(delivery -> delivery.body().isEmpty());
        assertThat(over.acknowledged()).isTrue();
        assertThat(over.body()).contains("too much to do");
        assertThat(house.told(AMIR, "too much to do")).doesNotContain("Code:");
        house.counter.release();
        Eventually.is(
                () -> house.counter.commands.size() == taken.size(), () -> "served " + house.counter.commands.size());
    }

    @Test
    void finishesWhatItTookInAndTakesNothingNew() throws Exception {
        house.counter.hold();
        house.slack.command(RITA, GENERAL, "before");
        house.door.stopAccepting();
        assertThat(house.slack.command(RITA, GENERAL, "after").body()).contains("is restarting");
        assertThat(house.door.connected()).as("others are to get the work").isFalse();
        assertThat(house.door.drain(Duration.ofMillis(50))).as("trap 10").isFalse();
        house.counter.release();
        assertThat(house.door.drain(Duration.ofSeconds(10))).isTrue();
        house.told(RITA, "before");
        assertThat(house.counter.commands).hasSize(1);
    }
}
