package dev.ecrbot.desk;

import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records what undoing makes of requests and grants, within a transaction that others began. While a grant is being undone it
 * is {@link Grant.State#ENDING}, and while an extension is, {@link Grant.State#EXTENDING}, so that nothing else moves it.
 */
final class Reversals {
    static final String BY = "by";

    /** Returns the grants that are in force again once the change is made; none unless it gives something back. */
    static List<Grant> restored(Books books, Change change, Instant now) {
        return change.undoes().map(books.grants()::endedBy).orElse(List.of()).stream()
                .filter(grant -> grant.until().filter(end -> !end.isAfter(now)).isEmpty())
                .toList();
    }

    /** Returns why nothing can come of the undo, or not any more, whatever the policy is, if so. */
    Optional<Problem> obstacle(Books books, Change change, Instant now) {
        if (!(change.edit() instanceof Edit.Undo undo)) {
            return Optional.empty();
        }
        RequestId undone = change.undoes().orElseThrow();
        return by(books, undone)
                .map(by -> undoneAlready(undone, by))
                .or(() -> change.grant()
                        .flatMap(books.grants()::find)
                        .flatMap(grant -> obstacle(undone, undo.done(), grant, now)));
    }

    private static Optional<Problem> obstacle(RequestId undone, Edit done, Grant grant, Instant now) {
        if (done instanceof Edit.End) {
            boolean itsDoing = grant.ended().flatMap(Grant.End::by).equals(Optional.of(undone));
            return itsDoing ? Optional.empty() : Optional.of(nothingEnded(undone, grant));
        }
        if (grant.state() != Grant.State.ACTIVE) {
            return Optional.of(Given.ended(grant));
        }
        if (done instanceof Edit.Extend extend) {
            return grant.until().equals(extend.until())
                    ? Optional.of(grant)
                            .filter(g -> !extend.from().isAfter(now))
                            .map(g -> passed(undone, g))
                    : Optional.of(moved(undone, grant));
        }
        return done instanceof Edit.Grant given && !grant.until().equals(given.until())
                ? Optional.of(moved(undone, grant))
                : Optional.empty();
    }

    /** Marks the grant that the request takes back; returns why that can't be any more, if so. */
    Optional<Problem> begin(Books books, Request request, Instant now) {
        Optional<Grant> grant = held(books, request);
        Optional<Problem> obstacle = obstacle(books, request.change(), now);
        if (obstacle.isEmpty()) {
            grant.ifPresent(
                    g -> books.grants().update(done(request) instanceof Edit.Extend ? g.extending() : g.ending()));
        }
        return obstacle;
    }

    /** The request's write failed: what it was to take back goes on. */
    void failed(Books books, Request request) {
        held(books, request)
                .filter(grant -> grant.state() == Grant.State.ENDING || grant.state() == Grant.State.EXTENDING)
                .ifPresent(grant -> books.grants().update(grant.active()));
    }

    /** The request took effect. */
    void took(Books books, Request applied, Edit.Undo undo, Pace pace) {
        Instant now = applied.changedAt();
        Request undone =
                books.requests().find(applied.change().undoes().orElseThrow()).orElseThrow();
        Optional<PersonId> asker = applied.ask().map(Ask::requester);
        Map<String, String> by = Map.of(BY, applied.id().value());
        books.events().add(new Event(EventKind.UNDONE, Optional.of(undone.id()), asker, now, by));
        books.outbox().add(applied.id(), Notice.Kind.UNDID, Map.of(), now);
        if (undone.ask().isPresent()) {
            books.outbox().add(undone.id(), Notice.Kind.UNDONE, by, now);
        }
        if (!maker(undone).equals(asker)) {
            books.outbox().add(undone.id(), Notice.Kind.UNDONE_TOLD, by, now);
        }
        if (undo.givesBack()) {
            restored(books, applied.change(), now).forEach(grant -> {
                restore(books, applied, grant.active());
                books.readings().seen(grant.id(), now.plus(pace.first()));
            });
            return;
        }
        // Whatever ended it was faster, and has said so.
        held(books, applied).filter(grant -> grant.state() != Grant.State.ENDED).ifPresent(grant -> {
            if (undo.done() instanceof Edit.Extend extend) {
                restore(books, applied, grant.lasting(Optional.of(extend.from())));
            } else {
                end(books, applied, grant);
            }
        });
    }

    private static void end(Books books, Request applied, Grant grant) {
        Instant now = applied.changedAt();
        Grant ended = grant.ended(new Grant.End(now, Grant.Reason.UNDONE, Optional.of(applied.id())));
        books.grants().update(ended);
        books.events().add(Happened.ended(ended, applied.ask().map(Ask::requester), now));
    }

    private static void restore(Books books, Request applied, Grant grant) {
        Instant now = applied.changedAt();
        Optional<PersonId> asker = applied.ask().map(Ask::requester);
        var details = Map.of(
                BY,
                applied.id().value(),
                Foresight.UNTIL,
                grant.until().map(Instant::toString).orElse("never"));
        books.grants().update(grant);
        books.events()
                .add(new Event(EventKind.GRANT_RESTORED, Optional.of(grant.id().request()), asker, now, details));
        books.outbox().add(grant.id().request(), Notice.Kind.GRANT_RESTORED, details, now);
        if (!asker.equals(Optional.of(grant.requester()))) {
            books.outbox().add(grant.id().request(), Notice.Kind.RESTORED_TOLD, details, now);
        }
    }

    /** Returns whose doing a request was: whoever asked for it, or decided on it alone. */
    static Optional<PersonId> maker(Request request) {
        return request.ask().map(Ask::requester).or(() -> request.decision().map(Decision::by));
    }

    private static Optional<RequestId> by(Books books, RequestId undone) {
        return books.events().of(undone).stream()
                .filter(event -> event.kind() == EventKind.UNDONE)
                .flatMap(event -> RequestId.parse(event.details().getOrDefault(BY, "")).stream())
                .findFirst();
    }

    /** Locks the grant that an undo takes away or shortens. */
    private static Optional<Grant> held(Books books, Request request) {
        return request.change().edit() instanceof Edit.Undo undo && !undo.givesBack()
                ? request.change().grant().flatMap(books.grants()::lock)
                : Optional.empty();
    }

    private static Edit done(Request request) {
        return ((Edit.Undo) request.change().edit()).done();
    }

    private static Problem undoneAlready(RequestId undone, RequestId by) {
        return new Problem(
                Code.UNDO_REFUSED,
                undone + " was undone by " + by + " before, so there is nothing left of it to undo.",
                "Ask for what should change now, with a grant or a revocation.");
    }

    private static Problem nothingEnded(RequestId undone, Grant grant) {
        return new Problem(
                Code.UNDO_REFUSED,
                "What " + grant.id() + " gave isn't ended by " + undone + " any more.",
                "Type /ecr status " + grant.target().text() + " to see who has what there now.");
    }

    private static Problem moved(RequestId undone, Grant grant) {
        return new Problem(
                Code.UNDO_REFUSED,
                "The end of what " + grant.id() + " gave was moved since " + undone
                        + ", which can't be undone any more.",
                "“/ecr end " + grant.id() + "” ends it now.");
    }

    private static Problem passed(RequestId undone, Grant grant) {
        return new Problem(
                Code.UNDO_REFUSED,
                "The end that " + undone + " moved has passed by now, so it can't be had back.",
                "“/ecr end " + grant.id() + "” ends the access now.");
    }
}
