package dev.ecrbot.desk.ask;

import dev.ecrbot.command.Command;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.End;
import dev.ecrbot.rules.GrantEnds;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Works out what would come of an ask while it is being filled in, by the same rules and against the same live policy as if it
 * were made. It records nothing, so people can look as often as they like. Thread-safe.
 */
public final class Previewing {
    private static final RequestId NOBODYS = new RequestId("req-00000000");

    private final Ledger ledger;
    private final Live live;
    private final Judging judging;
    private final BotConfig config;
    private final Clock clock;

    public Previewing(Ledger ledger, Live live, Judging judging, BotConfig config, Clock clock) {
        this.ledger = ledger;
        this.live = live;
        this.judging = judging;
        this.config = config;
        this.clock = clock;
    }

    /** @param from where the person asks */
    public Preview of(PersonId person, Origin from, Command.Single command) {
        try {
            return judged(person, from, command);
        } catch (ProblemException e) {
            return new Preview.Refused(e.problem());
        }
    }

    private Preview judged(PersonId person, Origin from, Command.Single command) {
        Rule configured = rule(command)
                .orElseThrow(
                        () -> new ProblemException(config.rules().none(Wanted.subject(command), config.accounts())));
        Rule rule = judging.owners().known(configured, command.target().target());
        boolean decides =
                command instanceof Command.Revoke && judging.asks().immediate().decides(rule, person);
        (decides ? Optional.<Problem>empty() : judging.asks().mayAsk(rule, person)).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        Optional<Request> same =
                ledger.transact(transaction -> transaction.requests().open(Wanted.key(command)));
        return same.<Preview>map(Preview.Waiting::new).orElseGet(() -> planned(person, from, rule, command));
    }

    private Preview planned(PersonId person, Origin from, Rule rule, Command.Single command) {
        return command.visit(
                grant -> planned(person, from, rule, grant), revoke -> planned(person, from, rule, revoke));
    }

    /** Returns what is wrong with the end that is asked for, by the rule that decides; that is told without asking anybody. */
    Optional<Problem> wrongEnd(Command.Grant command) {
        Instant now = clock.instant();
        return rule(command).flatMap(rule -> {
            try {
                GrantEnds.end(command.until().from(now), now, rule.terms().maxDuration())
                        .orElseThrow(ProblemException::new);
                return Optional.empty();
            } catch (ProblemException e) {
                return Optional.of(e.problem());
            }
        });
    }

    /** As {@link #wrongEnd}, of the reason. */
    Optional<Problem> wrongReason(Command.Grant command) {
        return rule(command).flatMap(rule -> rule.checkReason(command.reason()));
    }

    private Optional<Rule> rule(Command.Single command) {
        return config.rules().find(Wanted.subject(command));
    }

    private Preview planned(PersonId person, Origin from, Rule rule, Command.Revoke command) {
        Change change = ledger.transact(transaction -> Wanted.change(transaction, command));
        return planned(person, change, Ask.letIn(rule, person, from, command.reason(), false));
    }

    private Preview planned(PersonId person, Origin from, Rule rule, Command.Grant command) {
        Instant now = clock.instant();
        Optional<End.At> at = GrantEnds.end(
                        command.until().from(now), now, rule.terms().maxDuration())
                .orElseThrow(ProblemException::new);
        Change change = Wanted.change(command, at.map(End.At::instant), rule);
        var ask = Ask.letIn(
                rule,
                person,
                from,
                command.reason(),
                at.filter(End.At::fromRule).isPresent());
        return planned(person, change, ask);
    }

    private Preview planned(PersonId person, Change change, Ask ask) {
        Instant now = clock.instant();
        Planning.Draft draft = live.planning().draft(change);
        return draft.planned()
                .visit(
                        plan -> new Preview.Ready(
                                request(change, ask, with(plan, change), draft.mark(), now), open(person, change)),
                        nothing -> new Preview.Needless(nothing.why()),
                        refused -> new Preview.Refused(refused.problem()));
    }

    private Plan with(Plan plan, Change change) {
        return live.caution().added(plan, change, RepositoryFacts.of(change.target(), live.policies()));
    }

    private static Request request(Change change, Ask ask, Plan plan, long mark, Instant now) {
        return Request.begun(NOBODYS, change, Optional.of(ask), Revision.first(plan, mark), Stage.pending(now));
    }

    /** Returns what waits of this person's for the same principal on the same target. */
    private Optional<Request> open(PersonId person, Change change) {
        return ledger
                .transact(transaction ->
                        transaction
                                .requests()
                                .in(
                                        Set.of(RequestState.PENDING),
                                        change.target().holder())
                                .stream()
                                .filter(request ->
                                        Bundle.waiting(transaction, request).isEmpty())
                                .toList())
                .stream()
                .filter(request -> request.change().target().equals(change.target()))
                .filter(request ->
                        request.change().edit().principal().equals(change.edit().principal()))
                .filter(request -> request.change().edit().granted().isPresent())
                .filter(request ->
                        request.ask().map(Ask::requester).filter(person::equals).isPresent())
                .findFirst();
    }
}
