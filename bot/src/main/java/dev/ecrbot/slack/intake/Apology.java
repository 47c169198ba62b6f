package dev.ecrbot.slack.intake;

import dev.ecrbot.problem.Problem;
import dev.ecrbot.slack.message.ProblemText;
import dev.ecrbot.slack.web.PrivatePost;
import java.time.Duration;
import java.util.Optional;

/** Tells people that their click can't be served; on a thread beside the workers, since those are what is lacking. Thread-safe. */
public final class Apology {
    private final ServicePool workers = new ServicePool(1, 100);
    private final PrivatePost privately;

    public Apology(PrivatePost privately) {
        this.privately = privately;
    }

    /** Says it if there is an address for it; a flood of apologies is cut off. */
    void say(Optional<String> responseUrl, Problem problem) {
        responseUrl.ifPresent(url -> workers.hand(() -> privately.respond(url, new ProblemText(problem).render())));
    }

    /** Lets what is left be said, for a moment. */
    public void finish(Duration deadline) throws InterruptedException {
        workers.stopTaking();
        workers.drain(deadline);
    }

    public void close() {
        workers.close();
    }
}
