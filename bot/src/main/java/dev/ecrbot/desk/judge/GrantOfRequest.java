package dev.ecrbot.desk.judge;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.GrantProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;

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
        return switch (grant.state()) {
            case ENDED -> GrantProblems.ended(id, grant.target());
            case ENDING -> GrantProblems.beingEnded(id, grant.target());
            case ACTIVE, EXTENDING -> GrantProblems.endBeingMoved(id);
        };
    }

    private static Problem none(Request request) {
        return request.change()
                .extended()
                .map(grant -> GrantProblems.gaveLaterEnd(request.id().toString(), grant.toString()))
                .orElseGet(() -> GrantProblems.gaveNothing(
                        request.id().toString(), request.change().target()));
    }
}
