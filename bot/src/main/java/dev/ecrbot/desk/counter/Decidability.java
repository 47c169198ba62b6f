package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.DecisionProblems;
import dev.ecrbot.problem.PersonProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;
import java.util.Set;

/** Whether a request can be decided at all, whoever decides. */
final class Decidability {
    private Decidability() {}

    /** Returns why a click on this revision's card decides nothing; empty if it may. */
    static Optional<Problem> of(Request request, int revision) {
        return ofState(request)
                .or(() -> revision == request.revision().number() ? Optional.empty() : Optional.of(replaced(request)));
    }

    /** Returns why the request can't be decided any more; empty if it waits. */
    static Optional<Problem> ofState(Request request) {
        return request.stage().state() == RequestState.PENDING ? Optional.empty() : Optional.of(decided(request));
    }

    static Problem approvedAlready(Request request) {
        return DecisionProblems.approvedAlready(request.id().toString());
    }

    static Problem crowded(Request request) {
        return DecisionProblems.approvedByOthersNow(request.id().toString());
    }

    static Problem notTheRequester(Request request) {
        return PersonProblems.mayNotCancel(request.id().toString());
    }

    static Problem notTheDenier(Request request) {
        return PersonProblems.mayNotAddReason(request.id().toString());
    }

    private static Problem replaced(Request request) {
        return DecisionProblems.cardReplaced(
                request.id().toString(), request.revision().number());
    }

    private static Problem decided(Request request) {
        Optional<PersonId> by = request.stage().decision().map(Decision::by);
        Optional<String> decider = by.map(PersonId::user);
        Set<String> people = by.filter(person -> !person.isMachine())
                .map(PersonId::user)
                .map(Set::of)
                .orElse(Set.of());
        String id = request.id().toString();
        return switch (request.stage().state()) {
            case APPROVED, APPLYING, APPLIED, FAILED -> DecisionProblems.approved(id, decider, people);
            case DENIED -> DecisionProblems.denied(id, decider, people);
            case CANCELLED -> DecisionProblems.cancelled(id, decider, people);
            default -> DecisionProblems.expired(id, people);
        };
    }
}
