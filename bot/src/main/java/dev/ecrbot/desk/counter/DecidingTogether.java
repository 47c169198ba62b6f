package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.judge.ApproverCheck;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.judge.QuotaCheck;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.DecisionProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes one decision on all that was asked for at once and still waits: as on a single request, for each of them, in one
 * transaction.
 */
final class DecidingTogether {
    private static final int MOST_TRIES = 5;

    private final Deciding alone;
    private final Ledger ledger;
    private final RecordedRefusals refusals;
    private final ApproverCheck approverCheck;
    private final QuotaCheck quotas;
    private final Clock clock;

    DecidingTogether(Deciding alone, Ledger ledger, Judging judging, Clock clock) {
        this.alone = alone;
        this.ledger = ledger;
        this.refusals = judging.refusals();
        this.approverCheck = judging.approvers();
        this.quotas = judging.asks().quotas();
        this.clock = clock;
    }

    Answer click(Click click) {
        PersonId person = click.by().person();
        Request request = refusals.request(person, click.request());
        return bundle(request, click.revision())
                .map(bundle -> switch (click.kind()) {
                    case APPROVE -> approve(person, request, bundle);
                    case DENY -> deny(person, request, bundle);
                })
                .orElseGet(() -> alone.click(click));
    }

    /** Takes back what a request waits for, with all that was asked for at once with it. */
    Answer cancel(Asker asker, String typedId) {
        Optional<Bundle> together = RequestId.parse(typedId)
                .flatMap(id -> ledger.transact(transaction -> transaction
                        .requests()
                        .find(id)
                        .filter(request -> request.maker().equals(Optional.of(asker.person())))
                        .flatMap(request -> Bundle.waiting(transaction, request))));
        return together.map(bundle -> cancel(asker.person(), bundle)).orElseGet(() -> alone.cancel(asker, typedId));
    }

    private Answer cancel(PersonId person, Bundle bundle) {
        refusals.asker(person, "cancel " + bundle.lead());
        Request lead = refusals.request(person, bundle.lead().value());
        return decided(
                person,
                lead,
                bundle,
                (transaction, each, now) -> new Answer.Cancelled(
                        over(transaction, each, RequestState.CANCELLED, EventKind.CANCELLED, person, now),
                        Optional.empty()));
    }

    /** Returns the bundle that a click on this request's card decides on; none where the request goes on by itself. */
    private Optional<Bundle> bundle(Request request, int revision) {
        return revision == 1 && request.revision().number() == 1
                ? ledger.transact(transaction -> transaction.bundles().of(request.id()))
                : Optional.empty();
    }

    private Answer approve(PersonId person, Request request, Bundle bundle) {
        for (int tries = 1; ; tries++) {
            try {
                return approved(person, request, bundle);
            } catch (CountedApproval.Unjudged e) {
                if (tries == MOST_TRIES) {
                    throw refusals.decision(person, request, Decidability.crowded(request));
                }
            }
        }
    }

    /** @throws CountedApproval.Unjudged if somebody approved since the earlier approvals were judged */
    private Answer approved(PersonId person, Request request, Bundle bundle) {
        List<Request> all = ledger.transact(bundle::together);
        Rule rule = rule(person, request, all);
        all.forEach(each -> refuse(person, each, approverCheck.refusesApproval(rule, each, person)));
        var approval = new CountedApproval(person, rule, earlier(person, rule, request, all));
        return decided(person, request, bundle, new Approving(rule, approval));
    }

    private final class Approving implements Recording {
        private final Rule rule;
        private final CountedApproval approval;

        Approving(Rule rule, CountedApproval approval) {
            this.rule = rule;
            this.approval = approval;
        }

        @Override
        public Optional<Problem> against(LedgerTransaction transaction, List<Request> all) {
            return quotas.refusesApproval(transaction, rule, all.get(0), all.size());
        }

        @Override
        public Answer record(LedgerTransaction transaction, Request each, Instant now) {
            Answer answer = approval.record(transaction, each, now);
            if (answer instanceof Answer.Approved approved
                    && approved.request().stage().state() == RequestState.APPROVED) {
                transaction.outbox().add(each.id(), Notice.Kind.CARD, Map.of(), now);
            }
            return answer;
        }
    }

    private Answer deny(PersonId person, Request request, Bundle bundle) {
        Rule rule = rule(person, request, ledger.transact(bundle::together));
        refuse(person, request, approverCheck.refusesDenial(rule, person));
        return decided(person, request, bundle, (transaction, each, now) -> {
            Request denied = over(transaction, each, RequestState.DENIED, EventKind.DENIED, person, now);
            if (bundle.isLedBy(each.id())) {
                transaction.outbox().add(each.id(), Notice.Kind.DENIED, Map.of(), now);
            }
            return new Answer.Denied(denied);
        });
    }

    private static Request over(
            LedgerTransaction transaction,
            Request each,
            RequestState state,
            EventKind kind,
            PersonId person,
            Instant now) {
        Request over = each.decided(state, new Decision(person, now, Optional.empty()));
        transaction.requests().update(over);
        transaction.events().add(AuditEvents.by(person, kind, over));
        return over;
    }

    /** What is recorded of one of them. */
    private interface Recording {
        Answer record(LedgerTransaction transaction, Request each, Instant now);

        /** Returns why it isn't done, for all of them together. */
        default Optional<Problem> against(LedgerTransaction transaction, List<Request> all) {
            return Optional.empty();
        }
    }

    /** Returns what came of the first; what holds for one of them holds for all, since they were judged together. */
    private Answer decided(PersonId person, Request request, Bundle bundle, Recording recording) {
        Answer answer = ledger.transact(transaction -> {
            Instant now = clock.instant();
            List<Request> all = bundle.locked(transaction);
            if (all.isEmpty()) {
                Request lead = transaction.requests().find(bundle.lead()).orElseThrow();
                return Decidability.ofState(lead)
                        .<Answer>map(Answer.Refused::new)
                        .orElseGet(Answer.Unheard::new);
            }
            Optional<Problem> against = recording.against(transaction, all);
            if (against.isPresent()) {
                return new Answer.Refused(against.get());
            }
            Answer first = recording.record(transaction, all.get(0), now);
            if (!(first instanceof Answer.Refused)) {
                all.stream().skip(1).forEach(each -> recording.record(transaction, each, now));
                bundle.shownAgain(transaction, now);
            }
            return first;
        });
        if (answer instanceof Answer.Refused refused) {
            throw refusals.decision(person, request, refused.problem());
        }
        return answer;
    }

    private Map<PersonId, Optional<Problem>> earlier(PersonId person, Rule rule, Request request, List<Request> all) {
        var judged = new HashMap<PersonId, Optional<Problem>>();
        ledger.transact(transaction -> all.stream()
                        .flatMap(each -> transaction.requests().approvals(each.id(), 1).stream())
                        .toList())
                .forEach(approval ->
                        judged.computeIfAbsent(approval.by(), by -> approverCheck.refusesApprover(rule, request, by)));
        judged.values()
                .forEach(why -> refuse(person, request, why.filter(problem -> problem.code() == Code.PERSON_UNKNOWN)));
        return judged;
    }

    /** Returns the rule that decides on all of them by now. */
    private Rule rule(PersonId person, Request request, List<Request> all) {
        if (all.isEmpty()) {
            throw refusals.decision(
                    person, request, Decidability.ofState(request).orElseGet(() -> apart(request)));
        }
        List<Optional<Rule>> rules =
                all.stream().map(approverCheck::rule).distinct().toList();
        if (rules.size() > 1) {
            throw refusals.decision(person, request, apart(request));
        }
        return rules.get(0).orElseThrow(() -> refusals.decision(person, request, approverCheck.noRule(all.get(0))));
    }

    private static Problem apart(Request request) {
        return DecisionProblems.rulesDiffer(request.id().toString());
    }

    private void refuse(PersonId person, Request request, Optional<Problem> problem) {
        problem.ifPresent(why -> {
            throw refusals.decision(person, request, why);
        });
    }
}
