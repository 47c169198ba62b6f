package dev.ecrbot.desk.counter;

import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.word.Until;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.SoonerEnd;
import dev.ecrbot.problem.DecisionProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.End;
import dev.ecrbot.rules.GrantEnds;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Lets approvers give less time than was asked for: the request gets a new revision with the sooner end, and needs its
 * approvals anew, since what was approved was another end.
 */
final class Shortening {
    private final Ledger ledger;
    private final Judging judging;
    private final Planning planning;
    private final CommandParser parser;
    private final Clock clock;

    Shortening(Ledger ledger, Judging judging, Planning planning, CommandParser parser, Clock clock) {
        this.ledger = ledger;
        this.judging = judging;
        this.planning = planning;
        this.parser = parser;
        this.clock = clock;
    }

    Answer shorten(PersonId person, String typedId, int revision, String end) {
        Request request = judging.refusals().request(person, typedId);
        Rule rule = rule(person, request, revision);
        Change shorter = shorter(person, request, until(person, request, rule, end));
        Planning.Draft draft = planning.draft(shorter);
        return draft.planned()
                .visit(
                        plan -> stored(
                                person,
                                request,
                                shorter,
                                draft,
                                plan.keeping(request.revision().plan())),
                        nothing -> {
                            throw judging.refusals()
                                    .decision(
                                            person,
                                            request,
                                            DecisionProblems.endKept(
                                                    request.id().toString(), nothing.why()));
                        },
                        refused -> {
                            throw judging.refusals().decision(person, request, refused.problem());
                        });
    }

    /** Says what is wrong with an end that was typed, whatever the rules and requests say. */
    Optional<Problem> wrong(String typed, Optional<Instant> latest) {
        Instant now = clock.instant();
        try {
            End end = GrantEnds.end(parser.end(typed).from(now), now, Optional.empty());
            if (end instanceof End.Refused refused) {
                return Optional.of(refused.problem());
            }
            boolean later = end instanceof End.At at
                    && latest.filter(asked -> !at.instant().isBefore(asked)).isPresent();
            return later ? Optional.of(DecisionProblems.endNotSooner()) : Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    /** Judges whether somebody may shorten the end, before they say to which. */
    Answer judged(PersonId person, String typedId, int revision) {
        Request request = judging.refusals().request(person, typedId);
        rule(person, request, revision);
        return new Answer.FieldWanted(request);
    }

    private Rule rule(PersonId person, Request request, int revision) {
        Optional<Problem> late = Decidability.of(request, revision);
        if (late.isPresent()) {
            throw judging.refusals().decision(person, request, late.get());
        }
        Rule rule = judging.approvers()
                .rule(request)
                .orElseThrow(() -> judging.refusals()
                        .decision(person, request, judging.approvers().noRule(request)));
        judging.approvers().refusesDenial(rule, person).ifPresent(problem -> {
            throw judging.refusals().decision(person, request, problem);
        });
        return rule;
    }

    private Instant until(PersonId person, Request request, Rule rule, String typed) {
        Until asked;
        try {
            asked = parser.end(typed);
        } catch (ProblemException e) {
            throw judging.refusals().decision(person, request, e.problem());
        }
        Instant now = clock.instant();
        End end = GrantEnds.end(asked.from(now), now, rule.terms().maxDuration());
        return end.orElseThrow(problem -> judging.refusals().decision(person, request, problem))
                .map(End.At::instant)
                .orElseThrow(() -> judging.refusals()
                        .decision(
                                person,
                                request,
                                DecisionProblems.noEndNamed(request.id().toString())));
    }

    private Change shorter(PersonId person, Request request, Instant end) {
        Change change = request.change();
        Edit sooner = change.edit()
                .visit(new SoonerEnd(end))
                .orElseThrow(() -> judging.refusals()
                        .decision(
                                person,
                                request,
                                DecisionProblems.endNotSooner(request.id().toString())));
        return new Change(change.registry(), change.target(), sooner, change.grant());
    }

    private Answer stored(PersonId person, Request request, Change shorter, Planning.Draft draft, Plan plan) {
        Answer answer = ledger.transact(transaction -> {
            Request locked = transaction.requests().lock(request.id()).orElseThrow();
            Optional<Problem> late = Decidability.of(locked, request.revision().number());
            if (late.isPresent()) {
                return new Answer.Refused(late.get());
            }
            Instant now = clock.instant();
            Request next = locked.shortened(shorter, plan, draft.mark(), now);
            transaction.requests().update(next);
            transaction.events().add(AuditEvents.shortened(person, next));
            transaction.outbox().add(next.id(), Notice.Kind.CARD, Map.of(), now);
            transaction.outbox().add(next.id(), Notice.Kind.SHORTENED, Map.of(), now);
            return new Answer.Shortened(next);
        });
        if (answer instanceof Answer.Refused refused) {
            throw judging.refusals().decision(person, request, refused.problem());
        }
        return answer;
    }
}
