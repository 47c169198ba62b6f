package dev.ecrbot.desk;

import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Events, worded alike wherever they come from. */
final class Happened {
    private Happened() {}

    static Event asked(Request request, String text) {
        return of(
                EventKind.ASKED,
                request,
                request.ask().map(Ask::requester),
                Map.of("ask", text, "base", base(request)));
    }

    /** Somebody moved the request on. */
    static Event by(PersonId person, EventKind kind, Request request) {
        return of(kind, request, Optional.of(person), Map.of("revision", String.valueOf(request.revision())));
    }

    static Event approval(PersonId person, Request request, Instant at) {
        return new Event(
                EventKind.APPROVAL_GIVEN,
                Optional.of(request.id()),
                Optional.of(person),
                at,
                Map.of("revision", String.valueOf(request.revision())));
    }

    static Event denialReason(PersonId person, Request request, String reason) {
        return of(EventKind.DENIAL_REASON_GIVEN, request, Optional.of(person), Map.of("reason", reason));
    }

    static Event failed(Request request, Problem problem) {
        return of(
                EventKind.FAILED,
                request,
                Optional.empty(),
                Map.of("code", problem.code().label(), "what", problem.what()));
    }

    /** The bot itself moved the request on. */
    static Event itself(EventKind kind, Request request, Map<String, String> details) {
        return of(kind, request, Optional.empty(), details);
    }

    static Event ended(Grant grant, Instant at) {
        return new Event(
                EventKind.GRANT_ENDED,
                Optional.of(grant.id().request()),
                Optional.empty(),
                at,
                Map.of("reason", grant.ended().orElseThrow().reason().name()));
    }

    private static Event of(EventKind kind, Request request, Optional<PersonId> actor, Map<String, String> details) {
        return new Event(kind, Optional.of(request.id()), actor, request.changedAt(), details);
    }

    private static String base(Request request) {
        return request.plan().base().text();
    }
}
