package dev.ecrbot.slack.web;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.ecrbot.time.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out where the bot is at home: asked in the background from the start until there is an answer, and never again, so
 * that no request from Slack ever waits for it. Thread-safe.
 */
public final class HomeWorkspace {
    private static final Logger LOG = LoggerFactory.getLogger(HomeWorkspace.class);
    private static final Backoff PAUSES = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    private final Web web;
    private volatile Optional<Identity> identity = Optional.empty();
    private volatile String trouble = WorkspaceWords.notAskedYet();

    public HomeWorkspace(Web web) {
        this.web = web;
    }

    /** Starts asking; returns at once. */
    public void find(ScheduledExecutorService background) {
        background.execute(() -> ask(background, 1));
    }

    /** Returns the answer, once there is one. */
    public Optional<Identity> identity() {
        return identity;
    }

    /** Returns what keeps the bot from knowing; empty once it knows. */
    public Optional<String> trouble() {
        return identity.isPresent() ? Optional.empty() : Optional.of(trouble);
    }

    private void ask(ScheduledExecutorService background, int attempt) {
        Reply<AuthTestResponse> reply = web.whoAmI();
        identity = reply.done().flatMap(Identity::of);
        if (identity.isPresent()) {
            LOG.info(
                    "At home in Slack: {} ({})",
                    identity.get().home(),
                    identity.get().url());
            return;
        }
        String why = reply.why().isEmpty() ? WorkspaceWords.noTeam() : reply.why();
        trouble = SlackErrors.mendable(why) ? WorkspaceWords.botTokenRefused(why) : WorkspaceWords.authTestFailed(why);
        Duration pause = PAUSES.after(attempt);
        LOG.warn("{}; asking again in {} ms", trouble, pause.toMillis());
        if (!background.isShutdown()) {
            Future<?> unused =
                    background.schedule(() -> ask(background, attempt + 1), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
