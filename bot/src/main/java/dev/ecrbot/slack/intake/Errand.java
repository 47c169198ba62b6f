package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import java.util.function.Function;

/**
 * What is to be done for somebody after the acknowledgement.
 *
 * @param meanwhile what they are told if it takes a while. It stays above the answer: Slack lets an app replace a message that was
 *     clicked on, and none that a command or a click was answered with before (slackapi/bolt-js issue 2287, slackapi/bolt-python
 *     issue 1268). So it has to be true afterwards, too.
 * @param work asks the counter, which may take some seconds
 */
record Errand(String meanwhile, Function<Asker, Served> work) {
    /** One that ends with what the counter answers. */
    static Errand told(String meanwhile, Function<Asker, Answer> work) {
        return new Errand(meanwhile, work.andThen(Served::told));
    }
}
