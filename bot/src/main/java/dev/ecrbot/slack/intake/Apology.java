package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.slack.message.ProblemText;
import dev.ecrbot.slack.web.PrivatePost;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people that their click can't be served; on a thread beside the workers, since those are what is lacking. Thread-safe. */
public final class Apology {
    private static final Logger LOG = LoggerFactory.getLogger(Apology.class);

    private final ServicePool workers = new ServicePool("slack-apology", 1, 200);
    private final PrivatePost privately;

    public Apology(PrivatePost privately) {
        this.privately = privately;
    }

    /** Says it if there is an address for it; a flood of apologies is cut off. */
    void say(Optional<String> responseUrl, Problem problem) {
        responseUrl.ifPresent(url -> hand(() -> privately.respond(url, new ProblemText(problem).render())));
    }

    /** Says it to somebody who was let in before, in whichever way there is. */
    void say(Asker asker, Problem problem) {
        hand(() -> privately.where(asker.from(), asker.person().user(), new ProblemText(problem).render()));
    }

    private void hand(Runnable work) {
        workers.hand(work, () -> LOG.warn("somebody couldn't be told that nothing was done"));
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
