package dev.ecrbot.slack.web;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** How long somebody who clicked is kept waiting for facts: some three seconds, for all questions together. Not thread-safe. */
final class AnswerBudget {
    private static final Duration ALL = Duration.ofSeconds(3);

    /** After that a second try would not be answered in time. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final long start = System.nanoTime();
    private boolean retried;

    /** Asks, and once more if the first try failed quickly; empty where there is no answer. */
    <T> Optional<T> ask(Supplier<Reply<T>> question) {
        return answer(question).flatMap(Reply::done);
    }

    /** As {@link #ask}, with what Slack said where it refused. */
    <T> Optional<Reply<T>> answer(Supplier<Reply<T>> question) {
        if (spent(ALL)) {
            return Optional.empty();
        }
        Reply<T> reply = question.get();
        boolean again =
                reply instanceof Reply.Unsure<T> unsure && unsure.after().compareTo(Reply.SHORT) <= 0;
        if (again && !retried && !spent(RETRY)) {
            retried = true;
            reply = question.get();
        }
        return Optional.of(reply);
    }

    private boolean spent(Duration bound) {
        return System.nanoTime() - start >= bound.toNanos();
    }
}
