package dev.ecrbot.desk.ask;

import dev.ecrbot.desk.judge.ConditionsCheck;
import dev.ecrbot.desk.judge.GrantOfRequest;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.DecisionProblems;
import dev.ecrbot.problem.PersonProblems;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RequestProblems;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Lets somebody else sign what was taken in an emergency: only then it lasts as long as its rule allows. */
public final class GlassReview {
    private final Ledger ledger;
    private final Planning planning;
    private final Judging judging;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public GlassReview(Ledger ledger, Planning planning, Judging judging, Clock clock) {
        this.ledger = ledger;
        this.planning = planning;
        this.judging = judging;
        this.clock = clock;
    }

    /**
     * Returns the request by which it lasts longer.
     *
     * @throws ProblemException if this person can't sign it, or not any more; that is recorded
     */
    public Request signed(PersonId person, Origin from, String typedId) {
        judging.refusals().asker(person, "review " + typedId);
        GrantOfRequest given = GrantOfRequest.find(ledger, judging.refusals(), person, typedId);
        Request request = given.request();
        try {
            Rule rule = judged(person, request);
            Request longer = longer(rule, person, from, request, given.grant());
            ledger.record(transaction -> record(transaction, person, request, longer));
            return longer;
        } catch (AskedAlready e) {
            throw judging.refusals()
                    .decision(
                            person,
                            request,
                            DecisionProblems.laterEndAskedFor(request.id().toString()));
        } catch (ProblemException e) {
            throw judging.refusals().decision(person, request, e.problem());
        }
    }

    /** Whoever took it never signs it, whatever the rule says of one's own asks. */
    private Rule judged(PersonId person, Request request) {
        Rule rule = judging.approvers()
                .rule(request)
                .orElseThrow(() -> new ProblemException(judging.approvers().noRule(request)));
        if (request.maker().equals(Optional.of(person))) {
            throw new ProblemException(PersonProblems.mayNotReviewOwn(rule.name()));
        }
        judging.approvers().refusesApprover(rule, request, person).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        return rule;
    }

    private Request longer(Rule rule, PersonId person, Origin from, Request request, Grant grant) {
        CardHistory.Glass glass = ledger.transact(transaction -> unsigned(transaction, request));
        if (grant.state() != Grant.State.ACTIVE) {
            throw new ProblemException(GrantOfRequest.ended(grant));
        }
        ConditionsCheck.refusesLonger(rule, grant.access()).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        var edit = new Edit.Extend(
                grant.principal(), grant.access(), grant.until().orElseThrow(), Optional.of(glass.until()));
        var change = new Change(grant.registry(), grant.target(), edit, Optional.of(grant.id()));
        Planning.Draft draft = planning.draft(change);
        Plan plan = draft.planned()
                .visit(
                        some -> some,
                        nothing -> {
                            throw new ProblemException(RequestProblems.nothingToChange(nothing.why()));
                        },
                        refused -> {
                            throw new ProblemException(refused.problem());
                        });
        Ask ask = Ask.letIn(rule, person, from, request.ask().flatMap(Ask::reason), false)
                .withoutApproval();
        return Request.begun(
                RequestId.random(random),
                change,
                Optional.of(ask),
                Revision.first(plan, draft.mark()),
                Stage.approved(Optional.of(person), clock.instant()));
    }

    private static void record(LedgerTransaction transaction, PersonId person, Request request, Request longer) {
        Request reviewed = transaction.requests().lock(request.id()).orElseThrow();
        unsigned(transaction, reviewed);
        transaction.events().add(AuditEvents.reviewed(person, reviewed, longer.createdAt()));
        transaction.requests().add(longer, "extend " + reviewed.id());
        transaction.events().add(AuditEvents.asked(longer, "review of " + reviewed.id()));
        transaction.events().add(AuditEvents.by(person, EventKind.APPROVED, longer));
        transaction.outbox().add(longer.id(), Notice.Kind.CARD, Map.of(), longer.createdAt());
        transaction.outbox().cardAgain(reviewed.id(), longer.createdAt());
    }

    /** @throws ProblemException if there is nothing to sign, or somebody has */
    private static CardHistory.Glass unsigned(LedgerTransaction transaction, Request request) {
        CardHistory.Glass glass = CardHistory.Glass.of(transaction.events().of(request.id()))
                .orElseThrow(() -> new ProblemException(
                        DecisionProblems.noGlassToReview(request.id().toString())));
        glass.reviewer().ifPresent(reviewer -> {
            throw new ProblemException(
                    DecisionProblems.reviewed(reviewer.user(), request.id().toString()));
        });
        return glass;
    }
}
