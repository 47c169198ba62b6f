package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.judge.ImmediateRevocation;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.judge.Limits;
import dev.ecrbot.desk.judge.Quorum;
import dev.ecrbot.desk.ledger.Ask;
import dev.ecrbot.desk.ledger.AskedAlready;
import dev.ecrbot.desk.ledger.Change;
import dev.ecrbot.desk.ledger.Decision;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.desk.ledger.RequestState;
import dev.ecrbot.desk.live.Caution;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.live.Suggestions;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.PrincipalRef;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Planned;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.End;
import dev.ecrbot.rules.Ends;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Subject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns an ask into a request: whether a rule lets it in, what it would change, and whether it waits already. */
public final class Asking {
    private final Ledger ledger;
    private final Policies policies;
    private final Directory directory;
    private final BotConfig config;
    private final Clock clock;
    private final RecordedRefusals refusals;
    private final Planning planning;
    private final Suggestions suggestions;
    private final Quorum quorum;
    private final Limits limits;
    private final ImmediateRevocation immediate;
    private final Consumer<RequestId> approved;
    private final Runnable wakePostman;
    private final SecureRandom random = new SecureRandom();

    public Asking(
            Ledger ledger,
            Policies policies,
            Directory directory,
            RecordedRefusals refusals,
            Planning planning,
            Limits limits,
            BotConfig config,
            Clock clock,
            Consumer<RequestId> approved,
            Runnable wakePostman) {
        this.ledger = ledger;
        this.policies = policies;
        this.directory = directory;
        this.config = config;
        this.clock = clock;
        this.refusals = refusals;
        this.planning = planning;
        this.quorum = new Quorum(directory);
        this.limits = limits;
        this.suggestions = new Suggestions(policies, config);
        this.immediate = new ImmediateRevocation(ledger, directory);
        this.approved = approved;
        this.wakePostman = wakePostman;
    }

    Answer grant(Asker asker, Command.Grant command) {
        Rule rule = admitted(
                asker,
                command,
                subject(Subject.Kind.GRANT, command.target(), Optional.of(command.access()), command.principal()),
                command.reason());
        End end = Ends.end(command.until().from(clock.instant()), clock.instant(), rule.maxDuration());
        if (end instanceof End.Refused refused) {
            throw refusals.ask(asker.person(), command.text(), refused.problem());
        }
        Optional<End.At> at = end instanceof End.At named ? Optional.of(named) : Optional.empty();
        var edit = new Edit.Grant(command.principal().principal(), command.access(), at.map(End.At::instant));
        var ask = ask(asker, rule, command.reason(), at.filter(End.At::fromRule).isPresent());
        return file(
                new Filing(asker, command, change(command.target(), edit), rule, ask, key(command)), command.access());
    }

    Answer revoke(Asker asker, Command.Revoke command) {
        Rule rule = admitted(
                asker,
                command,
                subject(Subject.Kind.REVOKE, command.target(), command.access(), command.principal()),
                command.reason());
        var edit = new Edit.Revoke(command.principal().principal(), command.access());
        var ask = ask(asker, rule, command.reason(), false);
        return file(new Filing(asker, command, change(command.target(), edit), rule, ask, key(command)), Access.PULL);
    }

    /** An ask that a rule has let in. */
    record Filing(Asker asker, Command command, Change change, Rule rule, Ask ask, String key) {
        Filing withoutApproval() {
            return new Filing(asker, command, change, rule, ask.withoutApproval(), key);
        }
    }

    Rule admitted(Asker asker, Command command, Subject subject, Optional<String> reason) {
        Rule rule = admitted(asker, command.text(), subject);
        rule.checkReason(reason).ifPresent(problem -> {
            throw refusals.ask(asker.person(), command.text(), problem);
        });
        return rule;
    }

    /** As {@link #admitted(Asker, Command, Subject, Optional)}, where no reason was asked for yet. */
    Rule admitted(Asker asker, String text, Subject subject) {
        refusals.asker(asker.person(), text);
        Rule rule = config.rules()
                .find(subject)
                .orElseThrow(() -> refusals.ask(asker.person(), text, config.rules().none(subject, config.accounts())));
        boolean decides = subject.kind() == Subject.Kind.REVOKE && immediate.decides(rule, asker.person());
        (decides ? Optional.<Problem>empty() : refusal(rule, asker.person())).ifPresent(problem -> {
            throw refusals.ask(asker.person(), text, problem);
        });
        return rule;
    }

    /** Returns why the rule doesn't let this person ask, or not for this reason, if so. */
    Optional<Problem> refusal(Rule rule, PersonId person, Optional<String> reason) {
        return refusal(rule, person).or(() -> rule.checkReason(reason));
    }

    private Optional<Problem> refusal(Rule rule, PersonId person) {
        return rule.mayAsk(directory.facts(person, rule.requesters().groupsToAsk(person), Directory.Freshness.RECENT))
                .refusal();
    }

    Answer file(Filing filing, Access access) {
        Optional<Answer> waiting = waiting(filing.key());
        return waiting.orElseGet(() -> {
            within(filing);
            Planning.Draft draft = draft(filing);
            Planned planned = draft.planned();
            if (planned instanceof Planned.NothingToChange nothing) {
                return new Answer.NothingToChange(nothing.why(), snippet(filing.change(), access));
            }
            if (planned instanceof Planned.Refused refused) {
                throw refusals.ask(filing.asker().person(), filing.command().text(), refused.problem());
            }
            if (immediate.may(filing.rule(), filing.asker().person(), filing.change(), (Plan) planned)) {
                return stored(filing.withoutApproval(), draft, (Plan) planned);
            }
            // Approvers were let in to decide by themselves; what others have to approve only requesters may ask for.
            refusal(filing.rule(), filing.asker().person()).ifPresent(problem -> {
                throw refusals.ask(filing.asker().person(), filing.command().text(), problem);
            });
            quorum.missing(filing.rule(), filing.asker().person()).ifPresent(problem -> {
                throw refusals.ask(filing.asker().person(), filing.command().text(), problem);
            });
            return stored(filing, draft, (Plan) planned);
        });
    }

    private void within(Filing filing) {
        PersonId person = filing.asker().person();
        limits.pending(ledger.transact(transaction -> transaction.requests().waitingOf(person)))
                .ifPresent(problem -> {
                    throw refusals.ask(person, filing.command().text(), problem);
                });
    }

    private Planning.Draft draft(Filing filing) {
        try {
            return planning.draft(filing.change());
        } catch (ProblemException e) {
            Problem problem =
                    e.problem().code() == Code.REPOSITORY_NOT_FOUND ? gone(e.problem(), filing.change()) : e.problem();
            throw refusals.ask(filing.asker().person(), filing.command().text(), problem);
        }
    }

    private Problem gone(Problem problem, Change change) {
        return change.undoes()
                .map(undone -> new Problem(
                        problem.code(),
                        undone + " can't be undone. " + problem.what(),
                        "What it changed went with the repository, so there is nothing to do for you."))
                .orElseGet(() -> suggestions.better(problem, change));
    }

    private Answer stored(Filing filing, Planning.Draft draft, Plan plan) {
        Instant now = clock.instant();
        PersonId person = filing.asker().person();
        boolean waits = filing.ask().approvals() > 0;
        var caution = Caution.of(RepositoryFacts.of(filing.change().target(), policies));
        var request = new Request(
                RequestId.random(random),
                1,
                1,
                waits ? RequestState.PENDING : RequestState.APPROVED,
                filing.change(),
                caution.map(plan::with).orElse(plan),
                draft.mark(),
                Optional.of(filing.ask()),
                now,
                now,
                waits ? Optional.empty() : Optional.of(new Decision(person, now, Optional.empty())),
                Optional.empty(),
                Optional.empty());
        try {
            ledger.record(transaction -> {
                transaction.requests().add(request, filing.key());
                transaction.events().add(AuditEvents.asked(request, filing.command().text()));
                transaction.outbox().add(request.id(), Notice.Kind.CARD, Map.of(), now);
                if (waits) {
                    transaction.outbox().add(request.id(), Notice.Kind.ASKED, Map.of(), now);
                } else {
                    transaction.events().add(AuditEvents.by(person, EventKind.APPROVED, request));
                }
            });
        } catch (AskedAlready e) {
            return waiting(filing.key()).orElseThrow(() -> e);
        }
        wakePostman.run();
        if (!waits) {
            approved.accept(request.id());
        }
        return new Answer.Filed(request);
    }

    private Optional<Answer> waiting(String key) {
        return ledger.transact(transaction -> transaction.requests()
                .open(key)
                .map(request ->
                        new Answer.WaitingAlready(request, transaction.requests().card(request.id()))));
    }

    private LoginSnippet snippet(Change change, Access access) {
        return LoginSnippet.of(
                change.target(),
                access,
                RepositoryFacts.of(change.target(), policies).newestImageTag());
    }

    static Ask ask(Asker asker, Rule rule, Optional<String> reason, boolean endFromRule) {
        return new Ask(
                asker.person(),
                asker.from(),
                reason,
                rule.name(),
                rule.channel(),
                rule.approvers(),
                rule.approvals(),
                endFromRule,
                rule.handling().informed());
    }

    private static Change change(TargetRef ref, Edit edit) {
        return new Change(ref.registry(), ref.target(), edit, Optional.empty());
    }

    private static Subject subject(Subject.Kind kind, TargetRef ref, Optional<Access> access, PrincipalRef principal) {
        return new Subject(kind, ref.registry(), ref.target(), access, principal.principal());
    }

    // What was typed, less the reason: an end is compared as it was asked for, or the same ask a minute later would
    // differ.
    private static String key(Command.Grant c) {
        return new Command.Grant(c.access(), c.target(), c.principal(), c.until(), Optional.empty()).text();
    }

    private static String key(Command.Revoke c) {
        return new Command.Revoke(c.access(), c.target(), c.principal(), Optional.empty()).text();
    }
}
