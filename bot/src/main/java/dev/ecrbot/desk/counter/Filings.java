package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.judge.PersonLimits;
import dev.ecrbot.desk.judge.RuleApproval;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.desk.tell.Follower;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.UndoProblems;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes a request of what a rule has let in: what it would change, and whether it waits already. */
final class Filings {
    private final Ledger ledger;
    private final Live live;
    private final Judging judging;
    private final PersonLimits limits;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Filings(Ledger ledger, Live live, Judging judging, PersonLimits limits, Clock clock) {
        this.ledger = ledger;
        this.live = live;
        this.judging = judging;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Files it, or answers that it waits already, or that there is nothing to change.
     *
     * @throws ProblemException if it can't be filed, which is recorded
     */
    Answer file(Filing filing) {
        return waiting(filing).orElseGet(() -> {
            within(filing);
            Planning.Draft draft = draft(filing);
            return draft.planned()
                    .visit(
                            plan -> planned(filing, draft, plan),
                            nothing -> new Answer.NothingToChange(
                                    nothing.why(), HeldAlready.of(ledger, live.policies(), filing, nothing.byOthers())),
                            refused -> {
                                throw judging.refusals()
                                        .ask(
                                                filing.asker().person(),
                                                filing.command().text(),
                                                refused.problem());
                            });
        });
    }

    private Answer planned(Filing filing, Planning.Draft draft, Plan plan) {
        PersonId person = filing.asker().person();
        if (judging.asks().immediate().may(filing.rule(), person, filing.change(), plan)) {
            return stored(filing.withoutApproval(), draft, plan);
        }
        // Approvers were let in to decide by themselves; what others have to approve only requesters may ask for.
        refuse(filing, judging.asks().requesters().refusal(filing.rule(), person));
        return approvedByRule(filing, draft, plan).orElseGet(() -> {
            refuse(filing, judging.asks().quorum().missing(filing.rule(), person));
            return stored(filing, draft, plan);
        });
    }

    private void refuse(Filing filing, Optional<Problem> problem) {
        problem.ifPresent(why -> {
            throw judging.refusals()
                    .ask(filing.asker().person(), filing.command().text(), why);
        });
    }

    /** Has the rule approve it, where that is among what it approves by itself, and not one too many today. */
    private Optional<Answer> approvedByRule(Filing filing, Planning.Draft draft, Plan plan) {
        Rule rule = filing.rule();
        if (rule.approvers().auto().isEmpty() || filing.asker().person().isMachine()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return live.caution()
                .surelyAdded(plan, filing.change(), live.policies())
                .flatMap(known -> RuleApproval.of(rule, filing.asker().person(), filing.change(), known, now)
                        .flatMap(auto -> recorded(
                                filing,
                                request(filing.withoutApproval(), draft, known, Stage.approved(Optional.empty(), now)),
                                transaction -> transaction.ruleApprovals().take(rule.name(), today, auto.perDay()))));
    }

    private void within(Filing filing) {
        refuse(filing, ledger.transact(transaction -> oneTooMany(transaction, filing)));
    }

    private Optional<Problem> oneTooMany(LedgerTransaction transaction, Filing filing) {
        PersonId person = filing.asker().person();
        return limits.pending(transaction.requests().waitingOf(person))
                .or(() -> judging.asks().quotas().refusal(transaction, filing.rule(), person, filing.change(), 1));
    }

    private Planning.Draft draft(Filing filing) {
        try {
            return live.planning().draft(filing.change());
        } catch (ProblemException e) {
            Problem problem =
                    e.problem().code() == Code.REPOSITORY_NOT_FOUND ? gone(e.problem(), filing.change()) : e.problem();
            throw judging.refusals()
                    .ask(filing.asker().person(), filing.command().text(), problem);
        }
    }

    private Problem gone(Problem problem, Change change) {
        return change.undoes()
                .map(undone -> UndoProblems.repositoryGone(undone.toString(), problem))
                .orElseGet(() -> live.suggestions().better(problem, change));
    }

    private Answer stored(Filing filing, Planning.Draft draft, Plan plan) {
        Instant now = clock.instant();
        Stage stage = filing.ask().approvals() > 0
                ? Stage.pending(now)
                : Stage.approved(Optional.of(filing.asker().person()), now);
        var facts = RepositoryFacts.of(filing.change().target(), live.policies());
        Request request = request(filing, draft, live.caution().added(plan, filing.change(), facts), stage);
        return recorded(filing, request, transaction -> true).orElseThrow();
    }

    private Request request(Filing filing, Planning.Draft draft, Plan plan, Stage stage) {
        return Request.begun(
                filing.asker().key().orElseGet(() -> RequestId.random(random)),
                filing.change(),
                Optional.of(filing.ask()),
                Revision.first(plan, draft.mark()),
                stage);
    }

    /** Records the request, unless something on record is against it. */
    private Optional<Answer> recorded(Filing filing, Request request, Predicate<LedgerTransaction> allowed) {
        PersonId person = filing.asker().person();
        try {
            Optional<Answer> answer = ledger.transact(transaction -> {
                transaction.requests().turn(person);
                Optional<Problem> tooMany = oneTooMany(transaction, filing);
                if (tooMany.isPresent()) {
                    return tooMany.<Answer>map(Answer.Refused::new);
                }
                if (!allowed.test(transaction)) {
                    return Optional.<Answer>empty();
                }
                transaction.requests().add(request, filing.key());
                transaction
                        .events()
                        .add(AuditEvents.asked(request, filing.command().text()));
                transaction.outbox().add(request.id(), Notice.Kind.CARD, Map.of(), request.createdAt());
                switch (request.authority()) {
                    case APPROVAL ->
                        transaction.outbox().add(request.id(), Notice.Kind.ASKED, Map.of(), request.createdAt());
                    case RULE -> transaction.events().add(AuditEvents.byRule(request));
                    case PERSON, BOT -> transaction.events().add(AuditEvents.by(person, EventKind.APPROVED, request));
                }
                return Optional.of(new Answer.Filed(request));
            });
            refuse(filing, answer.flatMap(Filings::refusal));
            return answer;
        } catch (AskedAlready e) {
            return Optional.of(waiting(filing).orElseThrow(() -> e));
        }
    }

    private static Optional<Problem> refusal(Answer answer) {
        return answer instanceof Answer.Refused refused ? Optional.of(refused.problem()) : Optional.empty();
    }

    private Optional<Answer> waiting(Filing filing) {
        return ledger.transact(transaction -> transaction
                .requests()
                .open(filing.key())
                .flatMap(request -> transaction.requests().lock(request.id()))
                .filter(request -> !request.stage().state().isFinal())
                .map(request -> new Answer.WaitingAlready(
                        request, Bundle.shown(transaction, request.id()), follows(transaction, request, filing))));
    }

    private boolean follows(LedgerTransaction transaction, Request request, Filing filing) {
        var follower = new Follower(
                filing.asker().person(), filing.asker().from(), filing.ask().reason());
        // What is decided on with others goes on with them, or not at all.
        if (request.maker().equals(Optional.of(follower.person()))
                || Bundle.waiting(transaction, request).isPresent()) {
            return false;
        }
        if (Follower.of(transaction.events().of(request.id()), request).stream()
                .noneMatch(known -> known.person().equals(follower.person()))) {
            transaction.events().add(follower.event(request, clock.instant()));
        }
        return true;
    }
}
