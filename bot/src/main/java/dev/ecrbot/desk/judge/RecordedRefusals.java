package dev.ecrbot.desk.judge;

import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RequestProblems;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses people and asks, and sees to it that the refusal is recorded before it is told. */
public final class RecordedRefusals {
    private final Ledger ledger;
    private final Directory directory;
    private final Clock clock;

    public RecordedRefusals(Ledger ledger, Directory directory, Clock clock) {
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    /** Lets members of the home workspace pass, and machines, and nobody else. */
    public void member(PersonId person) {
        directory
                .facts(person, Set.of(), Directory.Freshness.RECENT)
                .refusesAsking()
                .ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
    }

    /** As {@link #member}, and records it where what they typed would ask for something. */
    public void asker(PersonId person, String asked) {
        directory
                .facts(person, Set.of(), Directory.Freshness.RECENT)
                .refusesAsking()
                .ifPresent(problem -> {
                    throw ask(person, asked, problem);
                });
    }

    /** Records that so many commands or clicks were refused without a look at them, and refuses them. */
    public ProblemException unheard(PersonLimits.Kind kind, PersonId person, int refused, Problem problem) {
        return recorded(
                kind == PersonLimits.Kind.COMMANDS ? EventKind.ASK_REFUSED : EventKind.DECISION_REFUSED,
                Optional.empty(),
                person,
                problem,
                Map.of(kind.name().toLowerCase(Locale.ROOT), String.valueOf(refused)));
    }

    /** Records that so many calls were turned away from the door of machines; nobody is named where nobody proved anything. */
    public void turnedAway(Optional<PersonId> machine, int calls, Problem problem) {
        ledger.record(transaction -> transaction
                .events()
                .add(new Event(
                        EventKind.ASK_REFUSED,
                        Optional.empty(),
                        machine,
                        clock.instant(),
                        Map.of(
                                "calls",
                                String.valueOf(calls),
                                Detail.CODE,
                                problem.code().label(),
                                Detail.WHAT,
                                problem.what()))));
    }

    /** Records that an ask was refused, and refuses it. */
    public ProblemException ask(PersonId person, String asked, Problem problem) {
        return recorded(EventKind.ASK_REFUSED, Optional.empty(), person, problem, Map.of("ask", asked));
    }

    /** Records that a click, or a command that decides, was refused, and refuses it. */
    public ProblemException decision(PersonId person, Request request, Problem problem) {
        return recorded(
                EventKind.DECISION_REFUSED,
                Optional.of(request.id()),
                person,
                problem,
                Map.of(
                        "state",
                        request.stage().state().name(),
                        Detail.REVISION,
                        String.valueOf(request.revision().number())));
    }

    /** Returns the request that somebody speaks of, by its id as typed; refuses, and records it, if there is none. */
    public Request request(PersonId person, String typed) {
        return RequestId.parse(typed)
                .flatMap(id ->
                        ledger.transact(transaction -> transaction.requests().find(id)))
                .orElseThrow(() -> unknownRequest(person, typed));
    }

    private ProblemException unknownRequest(PersonId person, String typed) {
        return recorded(
                EventKind.DECISION_REFUSED,
                Optional.empty(),
                person,
                notFound(typed).problem(),
                Map.of());
    }

    /** Says that there is no such request, be it that somebody isn't to know of it. */
    public ProblemException notFound(String typed) {
        String shown = typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
        return new ProblemException(RequestProblems.notFound(shown.replaceAll("[^A-Za-z0-9…-]", "?")));
    }

    private ProblemException recorded(
            EventKind kind,
            Optional<RequestId> request,
            PersonId person,
            Problem problem,
            Map<String, String> details) {
        var all = new HashMap<>(details);
        all.put(Detail.CODE, problem.code().label());
        all.put(Detail.WHAT, problem.what());
        ledger.record(transaction ->
                transaction.events().add(new Event(kind, request, Optional.of(person), clock.instant(), all)));
        return new ProblemException(problem);
    }
}
