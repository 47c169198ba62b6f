package dev.ecrbot.slack;

import dev.ecrbot.slack.door.Door;
import dev.ecrbot.slack.door.DoorWords;
import dev.ecrbot.slack.door.HttpDoor;
import dev.ecrbot.slack.intake.DoorContext;
import dev.ecrbot.slack.web.HomeWorkspace;
import java.time.Duration;
import java.util.Optional;

/**
 * The door through which people come: what they type and click gets in, is acknowledged at once and served by a bounded pool.
 * Thread-safe.
 *
 * <p>To end it: {@link #stopAccepting}, {@link #drain}, {@link #close}, in this order. What comes after the first of these is
 * told to try again, since it would not be finished.
 */
public final class SlackDoor implements AutoCloseable {
    private static final Duration APOLOGIES = Duration.ofMillis(500);

    private final HomeWorkspace home;
    private final DoorContext context;
    private final Door door;
    private volatile boolean stopping;

    SlackDoor(HomeWorkspace home, DoorContext context, Door door) {
        this.home = home;
        this.context = context;
        this.door = door;
    }

    /** Opens the door; returns at once. */
    public void start() {
        door.open();
    }

    /** Returns whether deliveries can get in and be served. */
    public boolean connected() {
        return trouble().isEmpty();
    }

    /** Returns, for whoever runs the bot, what keeps deliveries from getting in and being served; empty when all is well. */
    public Optional<String> trouble() {
        return stopping ? Optional.of(DoorWords.stopping()) : home.trouble().or(door::trouble);
    }

    /** Returns how many deliveries of what was typed wait to be served. */
    public int typedWaiting() {
        return context.workers().typedWaiting();
    }

    /** Returns how many deliveries of what was clicked wait to be served. */
    public int clickedWaiting() {
        return context.workers().clickedWaiting();
    }

    /** Returns the port that HTTP mode listens on; 0 in socket mode. */
    public int port() {
        return door instanceof HttpDoor http ? http.port() : 0;
    }

    /** Accepts nothing new. What was accepted goes on. */
    public void stopAccepting() {
        stopping = true;
        context.workers().stopTaking();
        door.leave();
    }

    /** Waits until everything that was accepted is served; returns whether that happened in time. */
    public boolean drain(Duration deadline) throws InterruptedException {
        boolean done = context.workers().drain(deadline);
        context.service().stopPromising(context.apology());
        context.apology().finish(APOLOGIES);
        return done;
    }

    /** Closes the door, and gives up what isn't served yet. */
    @Override
    public void close() {
        door.close();
        context.workers().close();
        context.apology().close();
        context.app().stop();
        context.app().executorService().shutdownNow();
    }
}
