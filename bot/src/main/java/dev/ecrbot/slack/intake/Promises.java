package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.problem.BotProblems;
import dev.ecrbot.problem.LimitProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings answers that were promised, once they are there. In memory only: a promise says that it doesn't outlive a restart, and
 * whoever waits when the bot is stopped in an orderly way is told. Thread-safe.
 */
final class Promises {
    private static final Logger LOG = LoggerFactory.getLogger(Promises.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int MOST = 1_000;
    private static final int EACH = 5;

    /** The same question of one person is answered once. */
    private record Key(PersonId person, String question) {}

    private record Waiting(Asker asker, Finding.Promised promised) {}

    private final Counter counter;
    private final BiConsumer<Asker, Answer> tell;
    private final ScheduledExecutorService background;
    private final Map<Key, Waiting> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean due = new AtomicBoolean();

    Promises(Counter counter, BiConsumer<Asker, Answer> tell, ScheduledExecutorService background) {
        this.counter = counter;
        this.tell = tell;
        this.background = background;
    }

    /** Takes notice of the promise, if the answer is one; returns what to tell at once. */
    Answer noted(Asker asker, Answer answer) {
        return answer instanceof Answer.Found found && found.finding() instanceof Finding.Promised promised
                ? noted(asker, answer, promised)
                : answer;
    }

    private Answer noted(Asker asker, Answer answer, Finding.Promised promised) {
        var key = new Key(asker.person(), promised.question().text());
        boolean known = waiting.containsKey(key);
        if (!known && (waiting.size() >= MOST || of(asker.person()) >= EACH)) {
            return new Answer.Refused(LimitProblems.promises());
        }
        waiting.put(key, new Waiting(asker, promised));
        soon();
        return answer;
    }

    private long of(PersonId person) {
        return waiting.keySet().stream()
                .filter(key -> key.person().equals(person))
                .count();
    }

    private void soon() {
        if (due.compareAndSet(false, true)) {
            try {
                Future<?> unused = background.schedule(this::look, EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("stopping: what was promised isn't brought any more");
            }
        }
    }

    /** Tells all who wait that nothing comes any more; what is promised after this is lost. */
    void giveUp(BiConsumer<Asker, Problem> say) {
        waiting.forEach((key, one) -> {
            if (waiting.remove(key, one)) {
                say.accept(one.asker(), lost(key.question()));
            }
        });
    }

    private static Problem lost(String question) {
        return BotProblems.answerWontCome(question);
    }

    /** Brings what there is to bring. */
    void look() {
        due.set(false);
        waiting.forEach((key, one) -> {
            try {
                counter.promised(one.asker(), one.promised())
                        .filter(answer -> waiting.remove(key, one))
                        .ifPresent(answer -> tell.accept(one.asker(), answer));
            } catch (RuntimeException e) {
                waiting.remove(key, one);
                LOG.error("What was promised couldn't be brought", e);
            }
        });
        if (!waiting.isEmpty()) {
            soon();
        }
    }
}
