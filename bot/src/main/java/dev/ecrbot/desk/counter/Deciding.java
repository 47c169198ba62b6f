package dev.ecrbot.desk.counter;

import dev.ecrbot.command.word.TypedText;
import dev.ecrbot.desk.ask.AskingAnew;
import dev.ecrbot.desk.judge.ApproverCheck;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.judge.QuotaCheck;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.judge.RequesterCheck;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Follower;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RequestProblems;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes decisions: approve, deny, cancel.
 *
 * <p>People are judged before the transaction, since Slack may take seconds; the transaction then locks the request, so of
 * two decisions at once the second finds the first and is told of it.
 */
final class Deciding {
    private static final int LONGEST_REASON = 300;
    private static final int MOST_TRIES = 5;

    private final Ledger ledger;
    private final Clock clock;
    private final RecordedRefusals refusals;
    private final RequesterCheck requesterCheck;
    private final ApproverCheck approverCheck;
    private final QuotaCheck quotas;
    private final AskingAnew anew;

    Deciding(Ledger ledger, Judging judging, AskingAnew anew, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.refusals = judging.refusals();
        this.requesterCheck = judging.asks().requesters();
        this.approverCheck = judging.approvers();
        this.quotas = judging.asks().quotas();
        this.anew = anew;
    }

    Answer click(Click click) {
        PersonId person = click.by().person();
        Request request = refusals.request(person, click.request());
        refuse(person, request, Decidability.of(request, click.revision()));
        return switch (click.kind()) {
            case APPROVE -> approve(click, request);
            case DENY -> deny(click, request);
        };
    }

    private Answer approve(Click click, Request request) {
        PersonId person = click.by().person();
        Rule rule = approverCheck
                .rule(request)
                .orElseThrow(() -> refusals.decision(person, request, approverCheck.noRule(request)));
        refuse(
                person,
                request,
                approverCheck.refusesApproval(rule, request, person).map(why -> anew.refused(request, rule, why)));
        for (int tries = 1; ; tries++) {
            var approval = new CountedApproval(person, rule, earlier(person, rule, request));
            try {
                return decide(
                        click,
                        request.id(),
                        (transaction, locked) -> quotas.refusesApproval(transaction, rule, locked, 1)
                                .<Answer>map(Answer.Refused::new)
                                .orElseGet(() -> approval.recorded(transaction, locked, clock.instant())));
            } catch (CountedApproval.Unjudged e) {
                if (tries == MOST_TRIES) {
                    throw refusals.decision(person, request, Decidability.crowded(request));
                }
            }
        }
    }

    /** Judges the approvals that others have given, with facts fetched now; keeps why those don't count that don't. */
    private Map<PersonId, Optional<Problem>> earlier(PersonId person, Rule rule, Request request) {
        List<Approval> given = ledger.transact(transaction -> transaction
                .requests()
                .approvals(request.id(), request.revision().number()));
        var judged = new HashMap<PersonId, Optional<Problem>>();
        for (Approval approval : given) {
            Optional<Problem> why = approverCheck.refusesApprover(rule, request, approval.by());
            refuse(person, request, why.filter(problem -> problem.code() == Code.PERSON_UNKNOWN));
            judged.put(approval.by(), why);
        }
        return judged;
    }

    private Answer deny(Click click, Request request) {
        PersonId person = click.by().person();
        Rule rule = approverCheck
                .rule(request)
                .orElseThrow(() -> refusals.decision(person, request, approverCheck.noRule(request)));
        refuse(person, request, approverCheck.refusesDenial(rule, person));
        return decide(click, request.id(), (transaction, locked) -> {
            Instant now = clock.instant();
            Request denied = locked.decided(RequestState.DENIED, new Decision(person, now, Optional.empty()));
            transaction.requests().update(denied);
            transaction.events().add(AuditEvents.by(person, EventKind.DENIED, denied));
            transaction.outbox().add(denied.id(), Notice.Kind.CARD, Map.of(), now);
            transaction.outbox().add(denied.id(), Notice.Kind.DENIED, Map.of(), now);
            return new Answer.Denied(denied);
        });
    }

    Answer reason(Asker denier, String typedId, String typedReason) {
        Request request = refusals.request(denier.person(), typedId);
        String reason = capped(TypedText.of(typedReason).text());
        boolean theirs = request.stage().state() == RequestState.DENIED
                && request.stage()
                        .decision()
                        .filter(d -> d.by().equals(denier.person()))
                        .isPresent();
        if (!theirs) {
            throw refusals.decision(denier.person(), request, Decidability.notTheDenier(request));
        }
        if (reason.isEmpty()) {
            return new Answer.PassedOn(request, true);
        }
        return ledger.transact(transaction -> {
            Request locked = transaction.requests().lock(request.id()).orElseThrow();
            if (locked.stage().decision().flatMap(Decision::reason).equals(Optional.of(reason))) {
                return new Answer.PassedOn(locked, true);
            }
            Request next = locked.reasoned(reason, clock.instant());
            transaction.requests().update(next);
            transaction.events().add(AuditEvents.denialReason(denier.person(), next, reason));
            Instant now = next.stage().changedAt();
            var why = Map.of(Detail.REASON, reason);
            Bundle.showAgain(transaction, next, now);
            transaction.outbox().add(next.id(), Notice.Kind.DENIAL_EXPLAINED, why, now);
            transaction.outbox().add(next.id(), Notice.Kind.DENIAL_REASON, why, now);
            return new Answer.PassedOn(next, true);
        });
    }

    Answer cancel(Asker asker, String typedId) {
        refusals.asker(asker.person(), "cancel " + typedId);
        Request request = refusals.request(asker.person(), typedId);
        if (request.ask().filter(ask -> ask.requester().equals(asker.person())).isEmpty()) {
            throw refusals.decision(asker.person(), request, Decidability.notTheRequester(request));
        }
        refuse(asker.person(), request, Decidability.ofState(request));
        Optional<HandingOn> heirs = HandingOn.judging(ledger, approverCheck, requesterCheck, request);
        Answer answer = ledger.transact(transaction -> {
            Request locked = transaction.requests().lock(request.id()).orElseThrow();
            Optional<Problem> late = Decidability.ofState(locked);
            if (late.isPresent()) {
                return new Answer.Refused(late.get());
            }
            Optional<Follower> heir = heirs.flatMap(some -> some.heir(transaction, locked, quotas));
            if (heir.isPresent()) {
                return HandingOn.to(transaction, locked, heir.get(), clock.instant());
            }
            Request cancelled = locked.decided(
                    RequestState.CANCELLED, new Decision(asker.person(), clock.instant(), Optional.empty()));
            transaction.requests().update(cancelled);
            transaction.events().add(AuditEvents.by(asker.person(), EventKind.CANCELLED, cancelled));
            transaction
                    .outbox()
                    .add(
                            cancelled.id(),
                            Notice.Kind.CARD,
                            Map.of(),
                            cancelled.stage().changedAt());
            return new Answer.Cancelled(cancelled, Optional.empty());
        });
        return settled(asker.person(), request, answer);
    }

    /** Takes back what was asked for before, once something else is asked for in its place. */
    Answer replaced(Asker asker, String typedId, Answer.Filed instead) {
        try {
            cancel(asker, typedId);
            return instead;
        } catch (ProblemException e) {
            throw new ProblemException(
                    RequestProblems.askedInPlace(instead.request().id().toString(), e.problem()));
        }
    }

    /** What a decision records, once it is sure that the request can be decided. */
    private interface Recording {
        Answer record(LedgerTransaction transaction, Request locked);
    }

    private Answer decide(Click click, RequestId id, Recording recording) {
        Answer answer = ledger.transact(transaction -> {
            Request locked = transaction.requests().lock(id).orElseThrow();
            Optional<Problem> late = Decidability.of(locked, click.revision());
            return late.<Answer>map(Answer.Refused::new).orElseGet(() -> recording.record(transaction, locked));
        });
        return settled(click.by().person(), refusals.request(click.by().person(), id.value()), answer);
    }

    private Answer settled(PersonId person, Request request, Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            throw refusals.decision(person, request, refused.problem());
        }
        return answer;
    }

    private static String capped(String reason) {
        return reason.codePointCount(0, reason.length()) <= LONGEST_REASON
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON - 1)) + "…";
    }

    private void refuse(PersonId person, Request request, Optional<Problem> problem) {
        problem.ifPresent(why -> {
            throw refusals.decision(person, request, why);
        });
    }
}
