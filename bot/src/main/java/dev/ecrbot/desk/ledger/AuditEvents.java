package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Covering;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events, worded alike wherever they come from. */
public final class AuditEvents {
    private AuditEvents() {}

    public static Event asked(Request request, String text) {
        return of(
                EventKind.ASKED,
                request,
                request.ask().map(Ask::requester),
                Map.of("ask", text, "base", base(request)));
    }

    /** Somebody moved the request on. */
    public static Event by(PersonId person, EventKind kind, Request request) {
        return of(
                kind,
                request,
                Optional.of(person),
                Map.of(Detail.REVISION, String.valueOf(request.revision().number())));
    }

    /** Somebody took it at once; once it was reviewed, it lasts until then. */
    public static Event brokeGlass(Request request, Instant reviewed) {
        return of(
                EventKind.BROKE_GLASS,
                request,
                request.maker(),
                Map.of(
                        Detail.RULE, request.ask().map(Ask::rule).orElse(""),
                        Detail.UNTIL, reviewed.toString()));
    }

    /** Somebody else signed what was taken at once. */
    public static Event reviewed(PersonId person, Request request, Instant at) {
        return new Event(EventKind.GLASS_REVIEWED, Optional.of(request.id()), Optional.of(person), at, Map.of());
    }

    /** The request's rule approved it by itself. */
    public static Event byRule(Request request) {
        return of(
                EventKind.APPROVED_BY_RULE,
                request,
                Optional.empty(),
                Map.of(
                        Detail.RULE, request.ask().map(Ask::rule).orElse(""),
                        Detail.REVISION, String.valueOf(request.revision().number())));
    }

    public static Event approval(PersonId person, Request request, Instant at) {
        return new Event(
                EventKind.APPROVAL_GIVEN,
                Optional.of(request.id()),
                Optional.of(person),
                at,
                Map.of(Detail.REVISION, String.valueOf(request.revision().number())));
    }

    public static Event withdrawn(PersonId approver, Request request, Problem why, Instant at) {
        return new Event(
                EventKind.APPROVAL_WITHDRAWN,
                Optional.of(request.id()),
                Optional.of(approver),
                at,
                Map.of(
                        Detail.REVISION, String.valueOf(request.revision().number()),
                        Detail.CODE, why.code().label(),
                        Detail.WHY, why.what()));
    }

    public static Event shortened(PersonId person, Request request) {
        return of(
                EventKind.SHORTENED,
                request,
                Optional.of(person),
                Map.of(
                        Detail.REVISION,
                        String.valueOf(request.revision().number()),
                        Detail.UNTIL,
                        request.change().end().map(Instant::toString).orElse("")));
    }

    public static Event reminded(Request request, int number, Instant at) {
        return new Event(
                EventKind.REMINDED,
                Optional.of(request.id()),
                Optional.empty(),
                at,
                Map.of(
                        Detail.NUMBER, String.valueOf(number),
                        Detail.REVISION, String.valueOf(request.revision().number())));
    }

    public static Event comment(PersonId person, Request request, String text, Instant at) {
        return new Event(
                EventKind.COMMENTED,
                Optional.of(request.id()),
                Optional.of(person),
                at,
                Map.of(
                        Detail.COMMENT,
                        text,
                        Detail.REVISION,
                        String.valueOf(request.revision().number())));
    }

    public static Event escalated(Request request, People deputies, Instant at) {
        return new Event(
                EventKind.ESCALATED,
                Optional.of(request.id()),
                Optional.empty(),
                at,
                Map.of(
                        Detail.TO, deputies.toString(),
                        Detail.REVISION, String.valueOf(request.revision().number())));
    }

    /** Returns what was typed to ask for the request, as it can be typed again. */
    public static String typed(LedgerTransaction transaction, RequestId id) {
        return transaction.events().of(id).stream()
                .filter(event -> event.kind() == EventKind.ASKED)
                .map(event -> event.details().getOrDefault("ask", ""))
                .findFirst()
                .orElse("");
    }

    public static Event denialReason(PersonId person, Request request, String reason) {
        return of(EventKind.DENIAL_REASON_GIVEN, request, Optional.of(person), Map.of(Detail.REASON, reason));
    }

    public static Event failed(Request request, Problem problem) {
        return failed(request, problem, List.of());
    }

    /** @param covering the grants that gave the same already, where nothing was left to change */
    public static Event failed(Request request, Problem problem, List<Covering> covering) {
        var details = new HashMap<>(Map.of(Detail.CODE, problem.code().label(), Detail.WHAT, problem.what()));
        if (!covering.isEmpty()) {
            details.put(Detail.GRANTS, Covering.text(covering));
        }
        return of(EventKind.FAILED, request, Optional.empty(), details);
    }

    /** Somebody had the failed request tried again, as the other one. */
    public static Event triedAgain(PersonId person, Request failed, Request again, Instant at) {
        return new Event(
                EventKind.TRIED_AGAIN,
                Optional.of(failed.id()),
                Optional.of(person),
                at,
                Map.of(Detail.TO, again.id().value()));
    }

    /** The other side of {@link #triedAgain}. */
    public static Event inPlaceOf(PersonId person, Request failed, Request again, Instant at) {
        return new Event(
                EventKind.TRIED_AGAIN,
                Optional.of(again.id()),
                Optional.of(person),
                at,
                Map.of(Detail.FROM, failed.id().value()));
    }

    /** The bot itself moved the request on. */
    public static Event itself(EventKind kind, Request request, Map<String, String> details) {
        return of(kind, request, Optional.empty(), details);
    }

    public static Event ended(Grant grant, Optional<PersonId> by, Instant at) {
        Grant.End end = grant.ended().orElseThrow();
        var details = new HashMap<>(Map.of(Detail.REASON, end.reason().name()));
        end.by().ifPresent(request -> details.put(Detail.BY, request.value()));
        return new Event(EventKind.GRANT_ENDED, Optional.of(grant.id().request()), by, at, details);
    }

    public static Event missing(Grant grant, Optional<PolicyDocument> live, Instant at) {
        return new Event(
                EventKind.GRANT_ENDED,
                Optional.of(grant.id().request()),
                Optional.empty(),
                at,
                Map.of(
                        Detail.REASON,
                        grant.ended().orElseThrow().reason().name(),
                        "live",
                        live.map(PolicyDocument::text).orElse("no repository")));
    }

    /** Returns that the request goes on as its present requester's. */
    public static Event handedOn(Request handed, PersonId before, Instant at) {
        return new Event(
                EventKind.HANDED_ON,
                Optional.of(handed.id()),
                Optional.of(before),
                at,
                Map.of(Detail.TO, handed.maker().orElseThrow().toString()));
    }

    /** Returns that statements of others hinder the grant otherwise than before. */
    public static Event hindered(Grant grant, Map<String, String> details, Instant at) {
        return new Event(EventKind.GRANT_HINDERED, Optional.of(grant.id().request()), Optional.empty(), at, details);
    }

    public static Event putOff(GrantId grant, Map<String, String> why, Instant next, Instant at) {
        var details = new HashMap<>(why);
        details.put("again", next.toString());
        return new Event(EventKind.END_PUT_OFF, Optional.of(grant.request()), Optional.empty(), at, details);
    }

    private static Event of(EventKind kind, Request request, Optional<PersonId> actor, Map<String, String> details) {
        return new Event(kind, Optional.of(request.id()), actor, request.stage().changedAt(), details);
    }

    private static String base(Request request) {
        return request.revision().plan().base().text();
    }
}
