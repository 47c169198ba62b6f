package dev.ecrbot.desk.request;

import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a request has come, and what brought it there. Immutable.
 *
 * @param decision the last one; empty while nobody has decided
 * @param problem why it failed; present exactly when {@link RequestState#FAILED}
 * @param proof present exactly when {@link RequestState#APPLIED}
 */
public record Stage(
        RequestState state,
        Instant changedAt,
        Optional<Decision> decision,
        Optional<Problem> problem,
        Optional<Proof> proof) {
    public Stage {
        if (state != RequestState.CANCELLED
                && decision.filter(made -> made.by().isMachine()).isPresent()) {
            throw new IllegalArgumentException("a machine takes back what it asked for, and decides nothing");
        }
        if (problem.isPresent() != (state == RequestState.FAILED)) {
            throw new IllegalArgumentException("a failed request, and no other, has a problem");
        }
        if (proof.isPresent() != (state == RequestState.APPLIED)) {
            throw new IllegalArgumentException("an applied request, and no other, has a proof");
        }
    }

    /** Returns the stage of what waits for a decision. */
    public static Stage pending(Instant at) {
        return in(RequestState.PENDING, at, Optional.empty());
    }

    /**
     * Returns the stage of what needs nobody's approval.
     *
     * @param by whose doing it is; empty for what the bot does by itself
     */
    public static Stage approved(Optional<PersonId> by, Instant at) {
        return in(RequestState.APPROVED, at, by.map(person -> new Decision(person, at, Optional.empty())));
    }

    Stage decided(RequestState next, Decision by) {
        return in(next, by.at(), Optional.of(by));
    }

    Stage reasoned(String reason, Instant at) {
        Decision given = decision.orElseThrow();
        return in(state, at, Optional.of(new Decision(given.by(), given.at(), Optional.of(reason))));
    }

    Stage moved(RequestState next, Instant at) {
        return in(next, at, decision);
    }

    Stage failed(Problem why, Instant at) {
        return new Stage(RequestState.FAILED, at, decision, Optional.of(why), Optional.empty());
    }

    Stage applied(Proof how) {
        return new Stage(RequestState.APPLIED, how.readBack(), decision, Optional.empty(), Optional.of(how));
    }

    private static Stage in(RequestState state, Instant at, Optional<Decision> decision) {
        return new Stage(state, at, decision, Optional.empty(), Optional.empty());
    }
}
