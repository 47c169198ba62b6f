package dev.ecrbot.machine;

import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.http.Head;
import dev.ecrbot.http.HttpAnswer;
import dev.ecrbot.http.Responder;
import dev.ecrbot.machine.answer.Outcome;
import dev.ecrbot.machine.answer.ProblemJson;
import dev.ecrbot.machine.proof.Proofs;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.MachineProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what machines send: has it proven who sends it, and then served. Every answer is JSON. Thread-safe. */
final class MachineDoor implements Responder {
    /** As many are served at once; fewer than the listener has threads, so that it still refuses the others. */
    static final int AT_ONCE = 5;

    private static final Logger LOG = LoggerFactory.getLogger(MachineDoor.class);
    private static final String TYPE = "application/json";

    private final Proofs proofs;
    private final Calls calls;
    private final TurnedAway turnedAway;
    private final Consumer<Code> tally;
    private final ExecutorService workers;
    private final Semaphore free = new Semaphore(AT_ONCE);

    /**
     * @param tally counts the problems that machines are told
     * @param workers on which they are served: a listener that is closed interrupts its own threads, which a database can't bear
     */
    MachineDoor(Proofs proofs, Calls calls, TurnedAway turnedAway, Consumer<Code> tally, ExecutorService workers) {
        this.proofs = proofs;
        this.calls = calls;
        this.turnedAway = turnedAway;
        this.tally = tally;
        this.workers = workers;
    }

    @Override
    public Optional<HttpAnswer> refusal(Head head) {
        Optional<String> methods = Calls.methods(head.path());
        if (methods.isEmpty()) {
            return Optional.of(problem(404, MachineProblems.noSuchPath()));
        }
        if (!methods.get().equals(head.method())) {
            HttpAnswer answer = problem(405, MachineProblems.otherMethods(methods.get()));
            var headers = new HashMap<>(answer.headers());
            headers.put("Allow", methods.get());
            return Optional.of(new HttpAnswer(answer.status(), headers, answer.body()));
        }
        return Optional.empty();
    }

    @Override
    public HttpAnswer failure(int status) {
        return switch (status) {
            case 413 -> problem(status, MachineProblems.bodyTooLong());
            case 431 -> problem(status, MachineProblems.headersTooLong());
            case 503 -> written(ProblemJson.of(MachineProblems.stopping()));
            case 500 -> written(ProblemJson.of(MachineProblems.mistake()));
            default -> problem(status, MachineProblems.notHttp());
        };
    }

    @Override
    public HttpAnswer answer(Head head, byte[] body) {
        if (!free.tryAcquire()) {
            return written(ProblemJson.of(MachineProblems.busy()));
        }
        try {
            return workers.submit(() -> served(head, body)).get();
        } catch (RejectedExecutionException e) {
            return failure(503);
        } catch (ExecutionException e) {
            LOG.error("a call of a machine failed", e.getCause());
            return failure(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure(503);
        } finally {
            free.release();
        }
    }

    private HttpAnswer served(Head head, byte[] body) {
        Optional<MachineIdentity> machine = Optional.empty();
        try {
            machine = Optional.of(proofs.of(head.header("Authorization").orElse("")));
            return written(calls.serve(machine.get(), head, body));
        } catch (ProblemException e) {
            if (machine.isEmpty()) {
                turnedAway.add(Optional.empty(), e.problem());
            }
            tally.accept(e.problem().code());
            LOG.info("a machine was told of a problem: {}", e.problem().code().label());
            return written(ProblemJson.of(e.problem()));
        }
    }

    private static HttpAnswer problem(int status, Problem problem) {
        return written(new Outcome(status, ProblemJson.of(problem).json()));
    }

    private static HttpAnswer written(Outcome outcome) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", TYPE);
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        if (outcome.status() == 401) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        if (outcome.isForLater()) {
            headers.put("Retry-After", "5");
        }
        return new HttpAnswer(outcome.status(), headers, outcome.json().toString() + "\n");
    }
}
