package dev.ecrbot.slack.intake;

import java.time.Duration;

/** Who serves people: what is clicked has threads of its own, since what is typed may read policies for seconds. Thread-safe. */
public final class Workers {
    /** How many can be served at once of each kind. */
    public static final int THREADS = 6;

    /** How many more of each kind may wait. */
    public static final int QUEUE = 100;

    private final ServicePool typed = new ServicePool("slack-typed", THREADS, QUEUE);
    private final ServicePool clicked = new ServicePool("slack-clicked", THREADS, QUEUE);

    ServicePool typed() {
        return typed;
    }

    ServicePool clicked() {
        return clicked;
    }

    /** Returns how many of what was typed wait to be served. */
    public int typedWaiting() {
        return typed.waiting();
    }

    /** Returns how many of what was clicked wait to be served. */
    public int clickedWaiting() {
        return clicked.waiting();
    }

    /** Takes nothing new in; what was taken goes on. */
    public void stopTaking() {
        typed.stopTaking();
        clicked.stopTaking();
    }

    /** Waits for what was taken; returns whether all of it was done in time. Whoever wasn't served by then is told. */
    public boolean drain(Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        boolean decided = clicked.drain(deadline);
        return typed.drain(Duration.ofNanos(end - System.nanoTime())) && decided;
    }

    /** Gives up what isn't done. */
    public void close() {
        typed.close();
        clicked.close();
    }
}
