package dev.ecrbot.desk.ask;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.Several;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.judge.PersonLimits;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RequestProblems;
import dev.ecrbot.problem.phrase.BundleWords;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes requests of what somebody asks for at once: all of it under one rule, or nothing. Thread-safe. */
public final class Bundling {

    /**
     * What was asked for.
     *
     * @param requests the first of them leads
     * @param leftOut what was not asked for, and why: it is there, or waits already
     */
    public record Bundled(List<Request> requests, List<String> leftOut) {}

    private final Ledger ledger;
    private final Previewing previewing;
    private final Judging judging;
    private final PersonLimits limits;
    private final BotConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Bundling(
            Ledger ledger, Previewing previewing, Judging judging, PersonLimits limits, BotConfig config, Clock clock) {
        this.ledger = ledger;
        this.previewing = previewing;
        this.judging = judging;
        this.limits = limits;
        this.config = config;
        this.clock = clock;
    }

    /** @throws ProblemException if it can't be asked for at once, which is recorded */
    public Bundled ask(PersonId person, Origin from, Several several) {
        judging.refusals().asker(person, several.text());
        try {
            Rule rule = OneRule.of(several, config);
            refuse(rule.checkReason(several.changes().get(0).reason()));
            refuse(limits.pending(
                    ledger.transact(transaction -> transaction.requests().waitingOf(person))));
            Bundled bundled = decidedAlike(prepared(person, from, several));
            refuse(ledger.transact(transaction -> tooMany(transaction, rule, person, bundled)));
            Rule deciding = judging.owners()
                    .known(rule, several.changes().get(0).target().target());
            return stored(several, rule, person, decided(deciding, person, bundled));
        } catch (ProblemException e) {
            throw judging.refusals().ask(person, several.text(), e.problem());
        }
    }

    private Optional<Problem> tooMany(LedgerTransaction transaction, Rule rule, PersonId person, Bundled bundled) {
        List<Request> all = bundled.requests();
        return limits.pending(transaction.requests().waitingOf(person))
                .or(() -> judging.asks()
                        .quotas()
                        .refusal(transaction, rule, person, all.get(0).change(), all.size()));
    }

    private static void refuse(Optional<Problem> problem) {
        problem.ifPresent(why -> {
            throw new ProblemException(why);
        });
    }

    /** Where the repositories' tags say who decides, it may be others for each. */
    private static Bundled decidedAlike(Bundled bundled) {
        long deciding = bundled.requests().stream()
                .flatMap(request -> request.ask().stream())
                .map(Ask::approvers)
                .distinct()
                .count();
        if (deciding > 1) {
            throw new ProblemException(RequestProblems.severalDeciders());
        }
        return bundled;
    }

    private Bundled prepared(PersonId person, Origin from, Several several) {
        var requests = new ArrayList<Request>();
        var leftOut = new ArrayList<String>();
        several.changes()
                .forEach(one -> previewing
                        .of(person, from, one)
                        .visit(new Preparing(one, requests, leftOut))
                        .run());
        if (requests.isEmpty()) {
            throw new ProblemException(RequestProblems.nothingToAskFor(leftOut));
        }
        return new Bundled(requests, leftOut);
    }

    /** Sorts what would come of one of them: asked for, left out, or the end of all. */
    private final class Preparing implements Preview.Visitor<Runnable> {
        private final Command.Single one;
        private final List<Request> requests;
        private final List<String> leftOut;

        Preparing(Command.Single one, List<Request> requests, List<String> leftOut) {
            this.one = one;
            this.requests = requests;
            this.leftOut = leftOut;
        }

        @Override
        public Runnable unfinished(Preview.Unfinished unfinished) {
            throw new IllegalStateException("a command that was read has nothing left to fill in");
        }

        @Override
        public Runnable refused(Preview.Refused refused) {
            if (refused.problem().code() == Code.NOTHING_TO_REVOKE) {
                return () -> leftOut.add(
                        BundleWords.leftOut(OneRule.name(one), refused.problem().what()));
            }
            throw new ProblemException(OneRule.alone(one, refused.problem()));
        }

        @Override
        public Runnable needless(Preview.Needless needless) {
            return () -> leftOut.add(BundleWords.leftOut(OneRule.name(one), needless.why()));
        }

        @Override
        public Runnable waiting(Preview.Waiting waiting) {
            return () -> leftOut.add(
                    BundleWords.waits(OneRule.name(one), waiting.request().id().toString()));
        }

        @Override
        public Runnable ready(Preview.Ready ready) {
            return () -> requests.add(ready.request().known(RequestId.random(random)));
        }
    }

    /** Has all of it made at once where each of it may be, and else all of it wait. */
    private Bundled decided(Rule rule, PersonId person, Bundled bundled) {
        List<Request> requests = bundled.requests();
        if (requests.stream()
                .allMatch(each -> judging.asks()
                        .immediate()
                        .may(rule, person, each.change(), each.revision().plan()))) {
            Instant now = clock.instant();
            return new Bundled(
                    requests.stream()
                            .map(each -> Request.begun(
                                    each.id(),
                                    each.change(),
                                    each.ask().map(Ask::withoutApproval),
                                    each.revision(),
                                    Stage.approved(Optional.of(person), now)))
                            .toList(),
                    bundled.leftOut());
        }
        refuse(judging.asks().mayAsk(rule, person));
        return bundled;
    }

    private Bundled stored(Several several, Rule rule, PersonId person, Bundled bundled) {
        Instant now = clock.instant();
        List<Request> requests = bundled.requests();
        try {
            ledger.record(transaction -> {
                transaction.requests().turn(person);
                refuse(tooMany(transaction, rule, person, bundled));
                for (Request request : requests) {
                    Command.Single one = one(several, request);
                    transaction.requests().add(request, Wanted.key(one));
                    transaction.events().add(AuditEvents.asked(request, one.text()));
                }
                RequestId lead = requests.get(0).id();
                if (requests.size() > 1) {
                    var ids = requests.stream().map(Request::id).toList();
                    transaction.bundles().add(new Bundle(lead, ids, several.text(), Optional.empty()));
                    transaction.outbox().add(lead, Notice.Kind.BUNDLE_CARD, Map.of(), now);
                }
                told(transaction, requests, now);
            });
        } catch (AskedAlready e) {
            throw new ProblemException(RequestProblems.askedByOthersNow());
        }
        return bundled;
    }

    private static void told(LedgerTransaction transaction, List<Request> requests, Instant now) {
        Request lead = requests.get(0);
        boolean waits = lead.stage().state() == RequestState.PENDING;
        if (waits) {
            if (requests.size() == 1) {
                transaction.outbox().add(lead.id(), Notice.Kind.CARD, Map.of(), now);
            }
            transaction.outbox().add(lead.id(), Notice.Kind.ASKED, Map.of(), now);
            return;
        }
        requests.forEach(each -> {
            transaction.events().add(AuditEvents.by(each.maker().orElseThrow(), EventKind.APPROVED, each));
            transaction.outbox().add(each.id(), Notice.Kind.CARD, Map.of(), now);
        });
    }

    private static Command.Single one(Several several, Request request) {
        return several.changes().stream()
                .filter(one -> one.target().target().equals(request.change().target())
                        && one.principal()
                                .principal()
                                .equals(request.change().edit().principal()))
                .findFirst()
                .orElseThrow();
    }
}
