package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import java.util.function.Function;

/**
 * What is to be done for somebody after the acknowledgement.
 *
 * @param meanwhile what they are told if it takes a while
 * @param work asks the counter, which may take some seconds
 */
record Errand(String meanwhile, Function<Asker, Served> work) {
    static final String LOOKING = "Looking at the live policy. This takes a moment…";
    static final String CHECKING = "Checking who may do this. This takes a moment…";

    /** One that ends with what the counter answers. */
    static Errand told(String meanwhile, Function<Asker, Answer> work) {
        return new Errand(meanwhile, work.andThen(Served::told));
    }
}
