package dev.ecrbot.sandbox.slack;

import dev.ecrbot.LongestWait;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A way for a call of the Web API to go wrong. */
public sealed interface Fault {

    /** Returns an answer of 429 that asks for a pause. */
    static Fault rateLimited(Duration retryAfter) {
        return new Answer(429, "{\"ok\":false,\"error\":\"ratelimited\"}", retryAfter);
    }

    /** Returns an answer of 500. */
    static Fault serverError() {
        return new Answer(500, "<html><title>Server Error</title></html>", Duration.ZERO);
    }

    /** Returns an answer of 200 that says {@code "ok": false} and this word. */
    static Fault error(String error) {
        return new Answer(200, "{\"ok\":false,\"error\":\"" + error + "\"}", Duration.ZERO);
    }

    /** Returns a connection that closes before anything was done. */
    static Fault dropped() {
        return new Dropped(false);
    }

    /** Returns a connection that closes after everything was done: the caller can't know. */
    static Fault answerLost() {
        return new Dropped(true);
    }

    /** Returns a delay that lasts until it is released. */
    static Held held() {
        return new Held();
    }

    /** An answer instead of the real one. */
    record Answer(int status, String body, Duration retryAfter) implements Fault {}

    /** No answer at all. */
    record Dropped(boolean done) implements Fault {}

    /** Keeps calls waiting; once released it holds nobody any more. */
    final class Held implements Fault {
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch gate = new CountDownLatch(1);

        /** Waits until a call is held up here. */
        public void awaitArrival() {
            try {
                if (!arrived.await(LongestWait.SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("no call arrived within " + LongestWait.SECONDS + " s");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }

        public void release() {
            gate.countDown();
        }

        void pass() throws InterruptedException {
            arrived.countDown();
            gate.await();
        }
    }
}
