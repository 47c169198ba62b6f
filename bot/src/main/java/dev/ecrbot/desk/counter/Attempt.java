package dev.ecrbot.desk.counter;

import dev.ecrbot.problem.BotProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure of what is done for somebody into an answer. */
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private Attempt() {}

    static Answer of(Supplier<Answer> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            return new Answer.Refused(e.problem());
        } catch (RuntimeException e) {
            LOG.error("a mistake of the bot's own", e);
            return new Answer.Refused(BotProblems.mistake());
        }
    }
}
