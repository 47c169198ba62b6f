package dev.ecrbot.desk.ask;

import dev.ecrbot.command.Command;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.LimitProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RequestProblems;
import dev.ecrbot.rules.BreakGlass;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Gives access at once in an emergency, where a rule lets somebody have it so: for a short time, loudly, and so many times a day.
 *
 * <p>It ends by itself, in the policy too, unless somebody else reviews it before: so nothing has to come by to end it.
 */
public final class BreakingGlass {
    private final Ledger ledger;
    private final Live live;
    private final Judging judging;
    private final BotConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public BreakingGlass(Ledger ledger, Live live, Judging judging, BotConfig config, Clock clock) {
        this.ledger = ledger;
        this.live = live;
        this.judging = judging;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Returns the request that gives it.
     *
     * @throws ProblemException if it isn't given so, which is recorded
     */
    public Request request(PersonId person, Origin from, Command.Grant command) {
        judging.refusals().asker(person, command.text());
        try {
            return given(person, from, command);
        } catch (ProblemException e) {
            throw judging.refusals().ask(person, command.text(), e.problem());
        }
    }

    private Request given(PersonId person, Origin from, Command.Grant command) {
        Rule rule = rule(person, command);
        BreakGlass glass = rule.approvers().glass().orElseThrow();
        Instant now = clock.instant();
        Change change = Wanted.change(command, Optional.of(after(now, glass.review())), rule);
        Planning.Draft draft = live.planning().draft(change);
        var facts = RepositoryFacts.of(change.target(), live.policies());
        Plan plan = live.caution().added(plan(draft), change, facts);
        Ask ask = Ask.letIn(rule, person, from, command.reason(), false)
                .withoutApproval()
                .calling(rule.handling().informed());
        Request request = Request.begun(
                RequestId.random(random),
                change,
                Optional.of(ask),
                Revision.first(plan, draft.mark()),
                Stage.approved(Optional.of(person), now));
        try {
            ledger.record(transaction -> add(transaction, request, command, rule, glass));
        } catch (AskedAlready e) {
            throw new ProblemException(RequestProblems.glassBrokenAlready(), e);
        }
        return request;
    }

    private Rule rule(PersonId person, Command.Grant command) {
        Rule rule = config.rules()
                .find(Wanted.subject(command))
                .orElseThrow(
                        () -> new ProblemException(config.rules().none(Wanted.subject(command), config.accounts())));
        judging.asks()
                .requesters()
                .refusesGlass(rule, person)
                .or(() -> unfit(command))
                .ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
        return judging.owners().known(rule, command.target().target());
    }

    private static Optional<Problem> unfit(Command.Grant command) {
        if (command.reason().isEmpty()) {
            return Optional.of(RequestProblems.glassWithoutReason());
        }
        return command.target().target() instanceof Repository
                ? Optional.empty()
                : Optional.of(RequestProblems.glassForPattern());
    }

    private static Plan plan(Planning.Draft draft) {
        return draft.planned()
                .visit(
                        plan -> plan,
                        nothing -> {
                            throw new ProblemException(RequestProblems.nothingToChange(nothing.why()));
                        },
                        refused -> {
                            throw new ProblemException(refused.problem());
                        });
    }

    private static Instant after(Instant now, Duration lasting) {
        Instant end = now.plus(lasting);
        Instant full = end.truncatedTo(ChronoUnit.MINUTES);
        return full.equals(end) ? end : full.plus(1, ChronoUnit.MINUTES);
    }

    private static void add(
            LedgerTransaction transaction, Request request, Command.Grant command, Rule rule, BreakGlass glass) {
        Instant now = request.createdAt();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!transaction.ruleApprovals().take("breakglass " + rule.name(), today, glass.perDay())) {
            throw new ProblemException(LimitProblems.glass(rule.name(), glass.perDay()));
        }
        transaction.requests().add(request, Wanted.key(command));
        transaction.events().add(AuditEvents.asked(request, command.text()));
        transaction.events().add(AuditEvents.brokeGlass(request, after(now, glass.lasting())));
        transaction.outbox().add(request.id(), Notice.Kind.CARD, Map.of(), now);
        transaction.outbox().add(request.id(), Notice.Kind.GLASS_BROKEN, Map.of(Detail.CHANNEL, glass.channel()), now);
    }
}
