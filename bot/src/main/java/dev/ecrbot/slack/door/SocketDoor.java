package dev.ecrbot.slack.door;

import com.slack.api.bolt.App;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import dev.ecrbot.time.Backoff;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot opens a WebSocket to Slack and keeps it open. One thread watches it: it connects, finds out whether the connection
 * still answers, and connects anew with growing pauses, whatever went wrong and at the first time too. The SDK's own watch is
 * off: it gives up for good when the first connection fails.
 */
public final class SocketDoor implements Door {
    private static final Logger LOG = LoggerFactory.getLogger(SocketDoor.class);
    private static final Duration CHECK = Duration.ofSeconds(5);
    private static final Backoff PAUSES = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30));

    private final App app;
    private final String appToken;
    private final SocketIntake intake;
    private final ScheduledThreadPoolExecutor watch =
            new ScheduledThreadPoolExecutor(1, work -> daemon(work, "slack-socket-watch"));
    private final AtomicBoolean checkWaits = new AtomicBoolean();
    private volatile Optional<SocketModeClient> client = Optional.empty();
    private volatile Optional<String> trouble = Optional.of(DoorWords.socketNotOpenYet());
    private volatile boolean leaving;
    private volatile Duration pause = PAUSES.after(1);
    private int failures;

    public SocketDoor(Acknowledging app, String appToken) {
        this.app = app.app();
        this.appToken = appToken;
        this.intake = new SocketIntake(app);
        watch.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    public static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void open() {
        checkIn(Duration.ZERO);
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    private void checkIn(Duration delay) {
        // One at a time: a connection that closes again and again must not start more and more checks.
        if (!leaving && checkWaits.compareAndSet(false, true)) {
            try {
                Future<?> unused = watch.schedule(this::check, delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("The socket isn't watched any more");
            }
        }
    }

    private void check() {
        checkWaits.set(false);
        if (leaving) {
            return;
        }
        try {
            if (client.isEmpty()) {
                client = Optional.of(connected());
            } else if (!client.get().verifyConnection()) {
                trouble = Optional.of(DoorWords.socketClosed());
                client.get().connectToNewEndpoint();
            }
            proven(client.get());
            if (leaving) {
                // It was told to leave while it connected.
                hangUp(client.get());
                return;
            }
        } catch (IOException | URISyntaxException | RuntimeException e) {
            trouble = Optional.of(DoorWords.socketNotOpened(String.valueOf(e.getMessage())));
        }
        if (trouble.isEmpty()) {
            failures = 0;
            pause = PAUSES.after(1);
            checkIn(CHECK);
        } else {
            LOG.warn("{}; trying again in {} ms", trouble.get(), pause.toMillis());
            checkIn(pause);
            failures++;
            pause = PAUSES.after(failures + 1);
        }
    }

    private SocketModeClient connected() throws IOException, URISyntaxException {
        String url = app.slack().issueSocketModeUrl(appToken);
        var fresh = new SocketModeClientTyrusImpl(
                app.slack(), appToken, url, 1, new ConcurrentLinkedMessageQueue(), false, false, CHECK.toMillis());
        fresh.addWebSocketMessageListener(message -> intake.take(fresh, message));
        fresh.addWebSocketCloseListener((code, reason) -> checkIn(pause));
        fresh.connect();
        return fresh;
    }

    /** The client logs a failed connection instead of throwing, so only an answered ping counts. */
    private void proven(SocketModeClient open) {
        boolean answers = open.verifyConnection();
        if (answers && trouble.isPresent()) {
            LOG.info("Slack's socket is open");
        }
        trouble = answers ? Optional.empty() : Optional.of(DoorWords.socketSilent());
    }

    @Override
    public void leave() {
        leaving = true;
        trouble = Optional.of(DoorWords.stopping());
        watch.shutdown();
        intake.finish();
        client.ifPresent(SocketDoor::hangUp);
    }

    @Override
    public void close() {
        leave();
        intake.close();
    }

    private static void hangUp(SocketModeClient client) {
        try {
            client.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The socket was closed already: {}", e.toString());
        }
    }
}
