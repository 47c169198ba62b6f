package dev.ecrbot.desk.judge;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;

/**
 * A grant that somebody speaks of.
 *
 * @param request the one that made it
 */
public record GrantOfRequest(Request request, Grant grant) {

    /**
     * Finds what the request with this id gave.
     *
     * @throws dev.ecrbot.problem.ProblemException if there is no such request, or it gave nothing; that is recorded
     */
    public static GrantOfRequest find(Ledger ledger, RecordedRefusals refusals, PersonId person, String typed) {
        Request request = refusals.request(person, typed);
        Grant grant = ledger.transact(transaction -> transaction.grants().find(new GrantId(request.id())))
                .orElseThrow(() -> refusals.decision(person, request, none(request)));
        return new GrantOfRequest(request, grant);
    }

    /** Says that there is nothing to be done about a grant any more. */
    public static Problem ended(Grant grant) {
        String id = grant.id().toString();
        String next = "Type /ecr status " + grant.target().typed() + " to see who has what there now.";
        return switch (grant.state()) {
            case ENDED -> new Problem(Code.GRANT_ENDED, "The access that " + id + " gave has ended already.", next);
            case ENDING -> new Problem(Code.GRANT_ENDED, "The access that " + id + " gave is being ended.", next);
            case ACTIVE, EXTENDING ->
                new Problem(
                        Code.GRANT_ENDED,
                        "The end of the access that " + id + " gave is being moved at this moment.",
                        "Try again in a moment.");
        };
    }

    private static Problem none(Request request) {
        Optional<GrantId> extended = request.change().extended();
        return new Problem(
                Code.GRANT_NOT_FOUND,
                "Request " + request.id() + " gave no access of its own.",
                extended.isPresent()
                        ? "It asked for a later end of what " + extended.get() + " gave: use that id."
                        : "Type /ecr status " + request.change().target().typed() + " to see which request gave what.");
    }
}
