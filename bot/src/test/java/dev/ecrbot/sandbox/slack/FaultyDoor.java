package dev.ecrbot.sandbox.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Takes requests in, lets those go wrong that shall, and writes down what was called. */
abstract class FaultyDoor implements HttpHandler {

    private final Faults faults;
    private final Calls calls;
    private final Clock clock;

    FaultyDoor(Faults faults, Calls calls, Clock clock) {
        this.faults = faults;
        this.calls = calls;
        this.clock = clock;
    }

    /** An answer, and the word for it in the list of calls. */
    record Answer(int status, String contentType, String body, String outcome) {}

    abstract String method(Exchange exchange);

    abstract Args args(Exchange exchange) throws IOException;

    abstract Answer work(Exchange exchange, Args args);

    /** Returns the refusal of a call that is one too many. */
    Optional<Fault> throttle(String method, Args args) {
        return Optional.empty();
    }

    @Override
    public final void handle(HttpExchange http) throws IOException {
        Exchange exchange = new Exchange(http);
        String method = method(exchange);
        Args args = args(exchange);
        Optional<Fault> fault = faults.take(method).or(() -> throttle(method, args));
        if (fault.isPresent() && fault.get() instanceof Fault.Held gate) {
            try {
                gate.pass();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Answer instead) {
            exchange.answer(instead);
            record(method, args, instead.status() == 200 ? instead.body() : Integer.toString(instead.status()));
            return;
        }
        boolean dropped = fault.isPresent() && fault.get() instanceof Fault.Dropped;
        if (dropped && !((Fault.Dropped) fault.get()).done()) {
            exchange.drop();
            record(method, args, "dropped");
            return;
        }
        Answer answer = work(exchange, args);
        record(method, args, dropped ? "answer lost: " + answer.outcome() : answer.outcome());
        if (dropped) {
            exchange.drop();
        } else {
            exchange.answer(answer.status(), answer.contentType(), answer.body());
        }
    }

    private void record(String method, Args args, String outcome) {
        calls.add(new ApiCall(clock.instant(), method, args.values(), outcome));
    }
}
