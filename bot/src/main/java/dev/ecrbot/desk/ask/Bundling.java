package dev.ecrbot.desk.ask;

import dev.ecrbot.command.Command;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.judge.Limits;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
    private final Limits limits;
    private final BotConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Bundling(
            Ledger ledger, Previewing previewing, Judging judging, Limits limits, BotConfig config, Clock clock) {
        this.ledger = ledger;
        this.previewing = previewing;
        this.judging = judging;
        this.limits = limits;
        this.config = config;
        this.clock = clock;
    }

    /** @throws ProblemException if it can't be asked for at once, which is recorded */
    public Bundled ask(PersonId person, Origin from, Command.Several several) {
        judging.refusals().asker(person, several.text());
        try {
            Rule rule = onlyRule(several);
            rule.checkReason(several.grants().get(0).reason()).ifPresent(problem -> {
                throw new ProblemException(problem);
            });
            limits.pending(ledger.transact(transaction -> transaction.requests().waitingOf(person)))
                    .ifPresent(problem -> {
                        throw new ProblemException(problem);
                    });
            return stored(several, withinQuota(rule, person, decidedAlike(prepared(person, from, several))));
        } catch (ProblemException e) {
            throw judging.refusals().ask(person, several.text(), e.problem());
        }
    }

    private Rule onlyRule(Command.Several several) {
        var parts = new LinkedHashMap<String, List<Command.Grant>>();
        var rules = new LinkedHashMap<String, Rule>();
        for (Command.Grant grant : several.grants()) {
            Rule rule = config.rules()
                    .find(Wanted.subject(grant))
                    .orElseThrow(() -> new ProblemException(
                            alone(grant, config.rules().none(Wanted.subject(grant), config.accounts()))));
            rules.put(rule.name(), rule);
            parts.computeIfAbsent(rule.name(), name -> new ArrayList<>()).add(grant);
        }
        if (parts.size() > 1) {
            throw new ProblemException(new Problem(
                    Code.SEVERAL_RULES,
                    "Different rules decide on these, so they can't be decided on together.",
                    "Ask for each of these by itself: "
                            + parts.entrySet().stream()
                                    .map(part -> part(part.getValue()) + " (rule " + part.getKey() + ")")
                                    .collect(Collectors.joining("; "))
                            + "."));
        }
        return rules.values().iterator().next();
    }

    private Bundled withinQuota(Rule rule, PersonId person, Bundled bundled) {
        List<Request> all = bundled.requests();
        judging.quotas().refusal(rule, person, all.get(0).change(), all.size()).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        return bundled;
    }

    /** Where the repositories' tags say who decides, it may be others for each. */
    private static Bundled decidedAlike(Bundled bundled) {
        long deciding = bundled.requests().stream()
                .flatMap(request -> request.ask().stream())
                .map(Ask::approvers)
                .distinct()
                .count();
        if (deciding > 1) {
            throw new ProblemException(new Problem(
                    Code.SEVERAL_RULES,
                    "Different people decide on these, by the tags of the repositories, so they can't be decided on together.",
                    "Ask for each repository by itself."));
        }
        return bundled;
    }

    private static String part(List<Command.Grant> grants) {
        String where = grants.stream()
                .map(grant -> grant.target().target().text())
                .distinct()
                .collect(Collectors.joining(","));
        String whom = grants.stream()
                .map(grant -> grant.principal().text())
                .distinct()
                .collect(Collectors.joining(","));
        return where + " for " + whom;
    }

    private static Problem alone(Command.Grant grant, Problem problem) {
        return new Problem(
                problem.code(),
                "Nothing was asked for, since " + name(grant) + " can't be: " + problem.what(),
                problem.next(),
                problem.people());
    }

    private static String name(Command.Grant grant) {
        return grant.target().target().text() + " for " + grant.principal().text();
    }

    private Bundled prepared(PersonId person, Origin from, Command.Several several) {
        var requests = new ArrayList<Request>();
        var leftOut = new ArrayList<String>();
        several.grants()
                .forEach(grant -> previewing
                        .of(person, from, grant)
                        .visit(new Preparing(grant, requests, leftOut))
                        .run());
        if (requests.isEmpty()) {
            throw new ProblemException(new Problem(
                    Code.NOTHING_TO_CHANGE,
                    "There is nothing to ask for: " + String.join(" ", leftOut),
                    "Type /ecr requests to see what waits."));
        }
        return new Bundled(requests, leftOut);
    }

    /** Sorts what would come of one of them: asked for, left out, or the end of all. */
    private final class Preparing implements Preview.Visitor<Runnable> {
        private final Command.Grant grant;
        private final List<Request> requests;
        private final List<String> leftOut;

        Preparing(Command.Grant grant, List<Request> requests, List<String> leftOut) {
            this.grant = grant;
            this.requests = requests;
            this.leftOut = leftOut;
        }

        @Override
        public Runnable unfinished(Preview.Unfinished unfinished) {
            throw new IllegalStateException("a command that was read has nothing left to fill in");
        }

        @Override
        public Runnable refused(Preview.Refused refused) {
            throw new ProblemException(alone(grant, refused.problem()));
        }

        @Override
        public Runnable needless(Preview.Needless needless) {
            return () -> leftOut.add(name(grant) + ": " + needless.why());
        }

        @Override
        public Runnable waiting(Preview.Waiting waiting) {
            return () -> leftOut.add(
                    name(grant) + " waits already, as " + waiting.request().id() + ".");
        }

        @Override
        public Runnable ready(Preview.Ready ready) {
            return () -> requests.add(ready.request().known(RequestId.random(random)));
        }
    }

    private Bundled stored(Command.Several several, Bundled bundled) {
        Instant now = clock.instant();
        List<Request> requests = bundled.requests();
        try {
            ledger.record(transaction -> {
                for (Request request : requests) {
                    Command.Grant grant = grant(several, request);
                    transaction.requests().add(request, Wanted.key(grant));
                    transaction.events().add(AuditEvents.asked(request, grant.text()));
                }
                RequestId lead = requests.get(0).id();
                if (requests.size() > 1) {
                    var ids = requests.stream().map(Request::id).toList();
                    transaction.bundles().add(new Bundle(lead, ids, several.text(), Optional.empty()));
                }
                Notice.Kind card = requests.size() > 1 ? Notice.Kind.BUNDLE_CARD : Notice.Kind.CARD;
                transaction.outbox().add(lead, card, Map.of(), now);
                transaction.outbox().add(lead, Notice.Kind.ASKED, Map.of(), now);
            });
        } catch (AskedAlready e) {
            throw new ProblemException(new Problem(
                    Code.BUSY,
                    "Somebody asked for some of this at the same moment, so nothing was asked for.",
                    "Ask again: what waits already is left out then."));
        }
        return bundled;
    }

    private static Command.Grant grant(Command.Several several, Request request) {
        return several.grants().stream()
                .filter(grant -> grant.target().target().equals(request.change().target())
                        && grant.principal()
                                .principal()
                                .equals(request.change().edit().principal()))
                .findFirst()
                .orElseThrow();
    }
}
