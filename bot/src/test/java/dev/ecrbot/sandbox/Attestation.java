package dev.ecrbot.sandbox;

import dev.ecrbot.Ears;
import dev.ecrbot.LongestWait;
import dev.ecrbot.desk.Witness;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.reload.Herald;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.sandbox.ecr.EcrModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The witness beside a bot that runs: hears each message that Slack took and each answer that somebody got, and says what isn't so of them. What the bot has done
 * and is still telling looks false for a moment; whoever asks waits that long. Thread-safe.
 */
public final class Attestation implements Ears {
    private final Clock clock;
    private final Witness witness;
    // A moment is over once it was looked at, and stays false.
    private final List<String> past = new ArrayList<>();

    Attestation(EcrModel ecr, Clock clock) {
        this.clock = clock;
        this.witness = new Witness(ecr);
    }

    /** Returns a courier that does what the other does, and has the witness hear it. */
    @Override
    public Courier courier(Courier courier) {
        return message -> {
            Courier.Delivery delivery = courier.deliver(message);
            if (delivery instanceof Courier.Delivery.Delivered) {
                hears(message);
            }
            return delivery;
        };
    }

    /** Returns a herald that does what the other does, and has the witness hear it. */
    @Override
    public Herald herald(Herald herald) {
        return announcement -> {
            Courier.Delivery delivery = herald.announce(announcement);
            if (delivery instanceof Courier.Delivery.Delivered) {
                hears(announcement);
            }
            return delivery;
        };
    }

    private synchronized void hears(Announcement announcement) {
        witness.hears(announcement);
    }

    /** Returns a counter that answers as the other does, and has the witness hear it. */
    @Override
    public Counter counter(Counter counter) {
        return (Counter) Proxy.newProxyInstance(
                Counter.class.getClassLoader(), new Class<?>[] {Counter.class}, (proxy, method, arguments) -> {
                    Instant asked = clock.instant();
                    try {
                        Object given = method.invoke(counter, arguments);
                        if (given instanceof Answer answer) {
                            hears(answer, asked);
                        }
                        return given;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private synchronized void hears(Answer answer, Instant asked) {
        witness.answers(answer, asked, clock.instant());
    }

    private synchronized void hears(Message message) {
        witness.hears(message);
        notifyAll();
    }

    /** Waits until all is so, for as long as the longest wait; returns what isn't. */
    public synchronized List<String> falsehoodsAtLast() {
        Instant end = Instant.now().plus(LongestWait.TIME);
        List<String> found = falsehoods();
        while (!found.isEmpty() && past.isEmpty() && Instant.now().isBefore(end)) {
            try {
                // Policies change, too, and nobody tells of that here.
                wait(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            found = falsehoods();
        }
        return found;
    }

    /** Returns what Slack shows now, or said of a moment, and isn't so; empty if all is. */
    public synchronized List<String> falsehoods() {
        var standing = new ArrayList<String>();
        witness.falsehoods(clock.instant(), false)
                .forEach(each -> (each.claim().asOf().isPresent() ? past : standing).add(each.toString()));
        witness.unsaid(false).forEach(place -> standing.add("no card says " + place));
        standing.addAll(witness.untrueAnswers());
        return Stream.concat(past.stream(), standing.stream()).toList();
    }

    /** Returns how many claims were looked at so far, each as often as it was. */
    public synchronized long checked() {
        return witness.checked();
    }
}
